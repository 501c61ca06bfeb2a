/**
 * {@code gateway spoke destination}: where instances go beside the hub of the settings, and how
 * each stands.
 *
 * <p>Next: {@code spoke.admin}, which they ask, and {@code spoke.destination} behind it.
 */
package org.dicomgateway.spoke.cli.destination;
