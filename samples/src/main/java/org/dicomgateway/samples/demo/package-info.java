/**
 * The demonstration: a hub and a spoke on this machine, studies sent over DICOM, and how far each
 * has come.
 *
 * <p>Next: {@code services}, which starts the processes.
 */
package org.dicomgateway.samples.demo;
