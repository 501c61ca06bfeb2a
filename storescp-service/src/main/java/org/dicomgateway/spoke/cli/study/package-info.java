/**
 * {@code gateway spoke study}: studies that the routes keep back, and what a person says of them.
 *
 * <p>Next: {@code spoke.route}, which keeps them.
 */
package org.dicomgateway.spoke.cli.study;
