/**
 * The vocabulary of DICOM (PS3.5, PS3.6): a data set is {@link
 * org.dicomgateway.dicom.data.Attributes}, made of {@link org.dicomgateway.dicom.data.Element}s
 * with a tag, a {@link org.dicomgateway.dicom.data.VR} and a {@link
 * org.dicomgateway.dicom.data.Value}. What is known of tags and UIDs is next: {@code
 * dicom.dictionary}; then their bytes: {@code dicom.encoding}.
 */
package org.dicomgateway.dicom.data;
