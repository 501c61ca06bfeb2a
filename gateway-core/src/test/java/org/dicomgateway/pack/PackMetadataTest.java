package org.dicomgateway.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import org.junit.jupiter.api.Test;

class PackMetadataTest {
  private final Attributes dataSet = new Attributes();

  @Test
  void tellsTheTransferSyntaxAndWhereBulkDataLies() {
    dataSet.setString(Tag.TransferSyntaxUID, VR.UI, UID.ExplicitVRBigEndian);
    dataSet.setString(Tag.SOPInstanceUID, VR.UI, "1.2.3");
    dataSet.put(bulk(Tag.PixelData, VR.OW, 1234, 5678, true));
    Attributes item = new Attributes().put(bulk(Tag.WaveformData, VR.OB, 10, 20, false));
    dataSet.setItems(Tag.WaveformSequence, List.of(new Attributes(), item));

    assertThat(json())
        .isEqualTo(
            """
            {"00080018":{"vr":"UI","Value":["1.2.3"]},\
            "00083002":{"vr":"UI","Value":["1.2.840.10008.1.2.2"]},\
            "54000100":{"vr":"SQ","Value":[{},{"54001010":{"vr":"OB","BulkDataURI":\
            "bulkdata/54000100/2/54001010?offset=10&length=20&endian=little"}}]},\
            "7FE00010":{"vr":"OW","BulkDataURI":"bulkdata/7FE00010?offset=1234&length=5678&endian=big"}}""");
    assertThat(dataSet.contains(Tag.AvailableTransferSyntaxUID)).isFalse();
    assertThat(item.parent()).containsSame(dataSet);
  }

  @Test
  void givesEncapsulatedPixelDataNoRange() {
    dataSet.put(
        new Element(
            Tag.PixelData,
            VR.OB,
            new Value.Fragments(new ByteRange(8, 0), List.of(new ByteRange(16, 100)))));
    assertThat(json())
        .contains("\"7FE00010\":{\"vr\":\"OB\",\"BulkDataURI\":\"bulkdata/7FE00010\"}");
  }

  private String json() {
    byte[] utf8 = PackMetadata.of(dataSet, UID.ExplicitVRBigEndian);
    return new String(utf8, StandardCharsets.UTF_8);
  }

  private static Element bulk(int tag, VR vr, long offset, long length, boolean bigEndian) {
    return new Element(tag, vr, new Value.BulkData(new ByteRange(offset, length), bigEndian));
  }
}
