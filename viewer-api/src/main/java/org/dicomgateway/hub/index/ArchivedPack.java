package org.dicomgateway.hub.index;

import java.util.List;
import org.dicomgateway.pack.PackManifest;

/**
 * A pack that lies in the archive.
 *
 * @param objectKey where
 * @param length bytes of the pack
 * @param metadata DICOM JSON objects, in the order of the manifest's instances
 */
public record ArchivedPack(
    PackManifest manifest, String objectKey, long length, List<byte[]> metadata) {}
