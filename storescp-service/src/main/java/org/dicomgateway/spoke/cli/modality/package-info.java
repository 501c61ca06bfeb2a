/**
 * {@code gateway spoke modality}: a class for each command. Next: {@code admin}, which they ask.
 */
package org.dicomgateway.spoke.cli.modality;
