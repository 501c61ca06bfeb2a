package org.dicomgateway.dicom.part10;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.testdata.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Part10Test {
  private static final String INSTANCE = "1.2.3.4";
  private static final String HEADER_DIGEST =
      "308 ac535073b454852b0dfbb93c2bfe7b45020d0790d963652c52c1f7708e97082f";
  private static final int PREAMBLE_AND_PREFIX = 132;

  private static final Attributes DATA_SET =
      new Attributes()
          .setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage)
          .setString(Tag.SOPInstanceUID, VR.UI, INSTANCE)
          .setString(Tag.PatientName, VR.PN, "NGUYEN^VAN AN")
          .setInt(Tag.Rows, VR.US, 512);

  private static byte[] dataSet(String syntax) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataSetWriter.write(DATA_SET, TransferSyntax.of(syntax), out);
    return out.toByteArray();
  }

  private static byte[] file(String syntax) throws IOException {
    return concatenated(Part10.header(UID.CTImageStorage, INSTANCE, syntax), dataSet(syntax));
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static Part10 read(byte[] file) throws IOException {
    return Part10.read(new ByteArrayInputStream(file), ReadOptions.WHOLE);
  }

  @Test
  void writesTheHeaderOfTheStandard() throws IOException {
    byte[] header = Part10.header(UID.CTImageStorage, INSTANCE, UID.ExplicitVRLittleEndian);
    Part10 read = read(header);
    Attributes meta = read.fileMetaInformation();
    assertThat(new String(header, 128, 4, ISO_8859_1)).isEqualTo("DICM");
    assertThat(meta.bytes(Tag.FileMetaInformationVersion)).contains(new byte[] {0, 1});
    assertThat(meta.string(Tag.MediaStorageSOPClassUID)).contains(UID.CTImageStorage);
    assertThat(meta.string(Tag.MediaStorageSOPInstanceUID)).contains(INSTANCE);
    assertThat(meta.string(Tag.TransferSyntaxUID)).contains(UID.ExplicitVRLittleEndian);
    assertThat(meta.string(Tag.ImplementationVersionName)).contains("DICOMGATEWAY");
    int behindGroupLength = PREAMBLE_AND_PREFIX + 12;
    assertThat(meta.integer(Tag.FileMetaInformationGroupLength))
        .hasValue(header.length - behindGroupLength);
  }

  /** Digests of instances that are already out there depend on each byte of it. */
  @Test
  void neverChangesTheHeader() {
    byte[] header = Part10.header(UID.CTImageStorage, INSTANCE, UID.ExplicitVRLittleEndian);
    assertThat(Digests.of(header)).isEqualTo(HEADER_DIGEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        UID.ImplicitVRLittleEndian,
        UID.ExplicitVRLittleEndian,
        UID.ExplicitVRBigEndian,
        UID.DeflatedExplicitVRLittleEndian,
        UID.JPEGBaseline8Bit
      })
  void readsAFileInItsSyntax(String syntax) throws IOException {
    Part10 read = read(file(syntax));
    assertThat(read.transferSyntax().uid()).isEqualTo(syntax);
    assertThat(read.dataSet()).isEqualTo(DATA_SET);
    assertThat(read.dataSetOffset())
        .isEqualTo(Part10.header(UID.CTImageStorage, INSTANCE, syntax).length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian, UID.ExplicitVRBigEndian})
  void guessesTheSyntaxOfAnUnheadedDataSet(String syntax) throws IOException {
    Part10 read = read(dataSet(syntax));
    assertThat(read.transferSyntax().uid()).isEqualTo(syntax);
    assertThat(read.dataSetOffset()).isZero();
    assertThat(read.fileMetaInformation().isEmpty()).isTrue();
    assertThat(read.dataSet()).isEqualTo(DATA_SET);
  }

  @Test
  void readsAFileWithoutPreamble() throws IOException {
    byte[] file = file(UID.ImplicitVRLittleEndian);
    byte[] prefixOn = Arrays.copyOfRange(file, 128, file.length);
    byte[] metaOn = Arrays.copyOfRange(file, PREAMBLE_AND_PREFIX, file.length);
    assertThat(read(prefixOn).dataSet()).isEqualTo(DATA_SET);
    assertThat(read(metaOn).dataSet()).isEqualTo(DATA_SET);
    assertThat(read(metaOn).transferSyntax().uid()).isEqualTo(UID.ImplicitVRLittleEndian);
  }

  @Test
  void readsAFileWithPreambleButWithoutMeta() throws IOException {
    byte[] start = Arrays.copyOf(file(UID.ImplicitVRLittleEndian), PREAMBLE_AND_PREFIX);
    Part10 read = read(concatenated(start, dataSet(UID.ImplicitVRLittleEndian)));
    assertThat(read.dataSet()).isEqualTo(DATA_SET);
    assertThat(read.dataSetOffset()).isEqualTo(PREAMBLE_AND_PREFIX);
  }

  @Test
  void doesNotTakeAValueForThePrefix() throws IOException {
    Attributes odd = new Attributes().setString(Tag.ImageComments, VR.LT, "DICM".repeat(100));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DataSetWriter.write(odd, TransferSyntax.of(UID.ImplicitVRLittleEndian), out);
    assertThat(out.toByteArray()[128]).isEqualTo((byte) 'D');
    assertThat(read(out.toByteArray()).dataSet()).isEqualTo(odd);
  }

  @Test
  void doesNotBelieveTheGroupLength() throws IOException {
    byte[] file = file(UID.ImplicitVRLittleEndian);
    file[PREAMBLE_AND_PREFIX + 8] += 40;
    assertThat(read(file).dataSet()).isEqualTo(DATA_SET);
    file[PREAMBLE_AND_PREFIX + 8] -= 80;
    assertThat(read(file).dataSet()).isEqualTo(DATA_SET);
  }

  @Test
  void endsTheMetaWhereItsGroupEnds() throws IOException {
    byte[] header = Part10.header(UID.CTImageStorage, INSTANCE, UID.ImplicitVRLittleEndian);
    byte[] groupOne = {1, 0, 1, 0, 2, 0, 0, 0, 7, 7};
    Part10 read = read(concatenated(header, groupOne));
    assertThat(read.dataSetOffset()).isEqualTo(header.length);
    assertThat(read.dataSet().contains(0x00010001)).isTrue();
  }

  @Test
  void refusesWhatIsNotDicom() {
    assertThatThrownBy(() -> read("%PDF-1.7 is no DICOM".getBytes(ISO_8859_1)))
        .isInstanceOf(DicomParseException.class)
        .hasMessageContaining("neither a DICOM file nor a data set begins at byte 0");
    assertThatThrownBy(() -> read(new byte[0]))
        .isInstanceOf(DicomParseException.class)
        .hasMessageContaining("is empty");
  }

  @Test
  void keepsWhatStandsBeforeTheDamage() throws IOException {
    byte[] whole = file(UID.ExplicitVRLittleEndian);
    byte[] cutOff = Arrays.copyOf(whole, whole.length - 1);
    Part10.Reading reading =
        Part10.readLeniently(new ByteArrayInputStream(cutOff), ReadOptions.WHOLE);
    assertThat(reading.damage()).isPresent();
    assertThat(reading.part10().dataSet().string(Tag.SOPInstanceUID)).contains(INSTANCE);
    assertThatThrownBy(() -> read(cutOff)).hasMessage(reading.damage().orElseThrow().getMessage());
  }
}
