package org.dicomgateway.dicom.data;

/** One data element (PS3.5 §7.1). */
public record Element(int tag, VR vr, Value value) {}
