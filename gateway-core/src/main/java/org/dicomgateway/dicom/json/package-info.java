/**
 * The DICOM JSON model (PS3.18 §F.2), read and written as a stream.
 *
 * <p>What the model does not say is decided in {@link org.dicomgateway.dicom.json.DicomJson};
 * {@code docs/conformance.md} lists where pydicom and DCMTK write something else, and why.
 *
 * <p>Next: {@link org.dicomgateway.pack}, whose metadata is this.
 */
package org.dicomgateway.dicom.json;
