/**
 * Data sets as bytes (PS3.5): {@link org.dicomgateway.dicom.encoding.DataSetReader} makes {@link
 * org.dicomgateway.dicom.data.Attributes} of them, {@link
 * org.dicomgateway.dicom.encoding.DataSetWriter} the other way. Values that are large stay in the
 * stream, of which the data set knows the range. Files, which have a header before the data set,
 * are next: {@code dicom.part10}.
 */
package org.dicomgateway.dicom.encoding;
