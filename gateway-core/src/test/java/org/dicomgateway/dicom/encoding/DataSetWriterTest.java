package org.dicomgateway.dicom.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.junit.jupiter.api.Test;

class DataSetWriterTest {
  private static final byte[] FILE = {9, 9, 1, 2, 3, 4, 5, 6, 7};
  private static final BulkDataSource SOURCE =
      range -> new ByteArrayInputStream(FILE, (int) range.offset(), FILE.length);

  private static byte[] write(Attributes attributes, String syntax) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataSetWriter.write(attributes, TransferSyntax.of(syntax), out, SOURCE);
    return out.toByteArray();
  }

  @Test
  void writesDefinedLengths() throws IOException {
    Attributes item = new Attributes().setString(Tag.CodeValue, VR.SH, "T-1234");
    Attributes dataSet =
        new Attributes()
            .setString(Tag.Modality, VR.CS, "CT")
            .setItems(Tag.ProcedureCodeSequence, List.of(item));
    byte[] expected =
        new EncodedBytes()
            .explicit(Tag.Modality, "CS", "CT")
            .explicitLong(Tag.ProcedureCodeSequence, "SQ", 22)
            .item(14)
            .explicit(Tag.CodeValue, "SH", "T-1234")
            .toBytes();
    assertThat(write(dataSet, UID.ExplicitVRLittleEndian)).isEqualTo(expected);
  }

  @Test
  void fillsOddValuesUp() throws IOException {
    Attributes dataSet =
        new Attributes()
            .setBytes(Tag.Modality, VR.CS, new byte[] {'C', 'T', 'X'})
            .setBytes(Tag.SOPInstanceUID, VR.UI, new byte[] {'1'});
    byte[] expected =
        new EncodedBytes()
            .implicit(Tag.SOPInstanceUID, "1\0")
            .implicit(Tag.Modality, "CTX ")
            .toBytes();
    assertThat(write(dataSet, UID.ImplicitVRLittleEndian)).isEqualTo(expected);
  }

  @Test
  void turnsNumbersRoundForBigEndian() throws IOException {
    Attributes dataSet =
        new Attributes()
            .setInt(Tag.Rows, VR.US, 0x0102)
            .setBytes(Tag.PixelData, VR.OW, new byte[] {1, 2, 3, 4});
    assertThat(write(dataSet, UID.ExplicitVRBigEndian))
        .containsExactly(
            0, 0x28, 0, 0x10, 'U', 'S', 0, 2, 1, 2, //
            0x7F, 0xE0, 0, 0x10, 'O', 'W', 0, 0, 0, 0, 0, 4, 2, 1, 4, 3);
  }

  @Test
  void countsGroupLengthsAnew() throws IOException {
    Attributes dataSet =
        new Attributes()
            .setInt(0x00080000, VR.UL, 4711)
            .setString(Tag.Modality, VR.CS, "CT")
            .setString(Tag.PatientID, VR.LO, "4711");
    byte[] expected =
        new EncodedBytes()
            .explicit(0x00080000, "UL", 4)
            .number(10, 4)
            .explicit(Tag.Modality, "CS", "CT")
            .explicit(Tag.PatientID, "LO", "4711")
            .toBytes();
    assertThat(write(dataSet, UID.ExplicitVRLittleEndian)).isEqualTo(expected);
  }

  @Test
  void writesWhatIsTooLongForItsRepresentationAsUnknown() throws IOException {
    String longText = "1\\".repeat(40_000);
    Attributes dataSet = new Attributes().setString(Tag.ContourData, VR.DS, longText);
    byte[] written = write(dataSet, UID.ExplicitVRLittleEndian);
    assertThat(written).startsWith(0x06, 0x30, 0x50, 0, 'U', 'N', 0, 0, 0x80, 0x38, 1, 0);
    assertThat(
            DataSetReader.read(
                new ByteArrayInputStream(written),
                TransferSyntax.of(UID.ExplicitVRLittleEndian),
                0,
                ReadOptions.IN_MEMORY))
        .isEqualTo(dataSet);
  }

  @Test
  void copiesBulkDataInTheOrderThatIsAskedFor() throws IOException {
    ByteRange range = new ByteRange(2, 4);
    Attributes little = bulk(new Value.BulkData(range, false));
    Attributes big = bulk(new Value.BulkData(range, true));
    assertThat(write(little, UID.ExplicitVRLittleEndian)).endsWith(1, 2, 3, 4);
    assertThat(write(little, UID.ExplicitVRBigEndian)).endsWith(2, 1, 4, 3);
    assertThat(write(big, UID.ExplicitVRLittleEndian)).endsWith(2, 1, 4, 3);
    assertThat(write(big, UID.ExplicitVRBigEndian)).endsWith(1, 2, 3, 4);
  }

  private static Attributes bulk(Value value) {
    return new Attributes().put(new Element(Tag.PixelData, VR.OW, value));
  }

  @Test
  void copiesFragments() throws IOException {
    Value fragments =
        new Value.Fragments(new ByteRange(0, 0), List.of(new ByteRange(2, 2), new ByteRange(4, 3)));
    Attributes dataSet = new Attributes().put(new Element(Tag.PixelData, VR.OB, fragments));
    byte[] expected =
        new EncodedBytes()
            .explicitLong(Tag.PixelData, "OB", EncodedBytes.UNDEFINED)
            .item(0)
            .item(2)
            .text("\1\2")
            .item(4)
            .text("\3\4\5\0")
            .endOfSequence()
            .toBytes();
    assertThat(write(dataSet, UID.JPEGBaseline8Bit)).isEqualTo(expected);
  }

  @Test
  void measuresFragmentsWithinItems() throws IOException {
    Value fragments = new Value.Fragments(new ByteRange(0, 0), List.of(new ByteRange(2, 3)));
    Attributes icon = new Attributes().put(new Element(Tag.PixelData, VR.OB, fragments));
    Attributes dataSet =
        new Attributes()
            .setItems(Tag.IconImageSequence, List.of(icon))
            .setInt(Tag.Rows, VR.US, 512);
    byte[] written = write(dataSet, UID.JPEGBaseline8Bit);
    Attributes read =
        DataSetReader.read(
            new ByteArrayInputStream(written),
            TransferSyntax.of(UID.JPEGBaseline8Bit),
            0,
            ReadOptions.WHOLE);
    assertThat(read.integer(Tag.Rows)).hasValue(512);
    assertThat(read.items(Tag.IconImageSequence)).hasSize(1);
  }

  @Test
  void refusesWhatWasLeftInAFileIfThereIsNone() {
    Attributes dataSet = bulk(new Value.BulkData(new ByteRange(2, 4), false));
    assertThatThrownBy(
            () ->
                DataSetWriter.write(
                    dataSet,
                    TransferSyntax.of(UID.ExplicitVRLittleEndian),
                    new ByteArrayOutputStream()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("left in its file");
  }

  @Test
  void saysThatASourceIsTooShort() {
    Attributes dataSet = bulk(new Value.BulkData(new ByteRange(2, 100), false));
    assertThatThrownBy(() -> write(dataSet, UID.ExplicitVRLittleEndian))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("source ends 93 bytes before");
  }
}
