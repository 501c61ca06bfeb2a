/**
 * A printed electrocardiogram as PDF, drawn without any library: one page of lines and a few words.
 *
 * <p>Next: {@code generator}, which puts the page into a DICOM file.
 */
package org.dicomgateway.samples.generator.report;
