/**
 * DICOMweb under {@code /dicomweb}: QIDO-RS (PS3.18 §10.6) and WADO-RS (PS3.18 §10.4). Each
 * controller is named after its resource, asks the index for rows and {@link
 * org.dicomgateway.hub.reading} for bytes, and streams; {@link DicomwebErrors} turns every failure
 * into problem details.
 *
 * <p>Next: {@link org.dicomgateway.hub.web}, the pages and the viewer that ask all this.
 */
package org.dicomgateway.hub.dicomweb;
