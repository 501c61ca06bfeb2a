/**
 * DICOM files (PS3.10): {@link org.dicomgateway.dicom.part10.Part10} reads them and makes their
 * header, {@link org.dicomgateway.dicom.part10.FrameTable} knows where in them each frame lies.
 * Data sets as text are next: {@code dicom.json}; files in packs: {@code pack}.
 */
package org.dicomgateway.dicom.part10;
