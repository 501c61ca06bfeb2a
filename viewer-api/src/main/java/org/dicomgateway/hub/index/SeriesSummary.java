package org.dicomgateway.hub.index;

/**
 * A series of the study list. Texts are as DICOM has them, empty if absent.
 *
 * @param bytes of its instances as they lie in their packs
 */
public record SeriesSummary(
    String seriesInstanceUid, String modality, String description, int instances, long bytes) {}
