package org.dicomgateway.pack;

import java.util.Optional;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.json.DicomJson;

/**
 * An instance's entry in {@code metadata.json}: DICOM JSON (PS3.18 §F) without bulk data. Group
 * 0002 is left out, but Available Transfer Syntax UID (0008,3002) is added. A value left in the
 * file has the relative BulkDataURI {@code
 * bulkdata/7FE00010?offset=1234&length=5678&endian=little}, or of an element within a sequence
 * {@code bulkdata/54000100/1/54001010?…} (item numbers from 1); offsets count from the first byte
 * of the Part 10 file. Encapsulated pixel data has {@code bulkdata/7FE00010} alone.
 */
public final class PackMetadata {
  private static final int AVAILABLE = Tag.AvailableTransferSyntaxUID;

  private PackMetadata() {}

  /** UTF-8 bytes of one JSON object. */
  public static byte[] of(Attributes dataSet, String transferSyntaxUid) {
    Element syntax =
        new Attributes()
            .setString(AVAILABLE, VR.UI, transferSyntaxUid)
            .element(AVAILABLE)
            .orElseThrow();
    return DicomJson.bytes(dataSet.with(syntax), PackMetadata::uriOf);
  }

  private static Optional<String> uriOf(String path, Element element) {
    String uri = "bulkdata/" + path;
    return Optional.of(
        switch (element.value()) {
          case Value.BulkData(ByteRange range, boolean bigEndian) ->
              "%s?offset=%d&length=%d&endian=%s"
                  .formatted(uri, range.offset(), range.length(), bigEndian ? "big" : "little");
          default -> uri;
        });
  }
}
