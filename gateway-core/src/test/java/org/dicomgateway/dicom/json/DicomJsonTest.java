package org.dicomgateway.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DicomJsonTest {
  private final Attributes dataSet = new Attributes();

  @Test
  void writesNamesByComponentGroup() {
    dataSet.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    dataSet.setString(Tag.OtherPatientNames, VR.PN, "Wang^Xiao=王^小東", "==phonetic", "", "Doe");
    assertThat(json())
        .contains(
            """
            "Value":[{"Alphabetic":"Wang^Xiao","Ideographic":"王^小東"},{"Phonetic":"phonetic"},\
            null,{"Alphabetic":"Doe"}]""");
  }

  @Test
  void writesNumbersAsTheyCame() {
    dataSet.setString(
        Tag.PixelSpacing, VR.DS, "0.50", "+1.5 ", " .5", "5.", "-1.2E-05", "1,5", "", "1e999");
    dataSet.setString(Tag.ReferencedFrameNumber, VR.IS, "007", "-0", "+12", "1A", "1.5");
    assertThat(json())
        .isEqualTo(
            """
            {"00081160":{"vr":"IS","Value":[7,-0,12,"1A","1.5"]},\
            "00280030":{"vr":"DS","Value":[0.50,1.5,0.5,5,-1.2E-05,"1,5",null,"1e999"]}}""");
  }

  @Test
  void writesBinaryNumbers() {
    dataSet.setInt(Tag.Rows, VR.US, 65535);
    dataSet.setInt(Tag.SmallestImagePixelValue, VR.SS, -1);
    dataSet.setInt(Tag.SelectorULValue, VR.UL, 0xFFFFFFFFL);
    dataSet.setInt(Tag.SelectorUVValue, VR.UV, 1L << 53, -1);
    dataSet.setInt(Tag.SelectorSVValue, VR.SV, -1, Long.MIN_VALUE);
    dataSet.setDouble(Tag.SelectorFLValue, VR.FL, 0.1, Double.NaN);
    dataSet.setDouble(Tag.SelectorFDValue, VR.FD, 0.1, Double.NEGATIVE_INFINITY);
    dataSet.setInt(Tag.FrameIncrementPointer, VR.US, 0x18, 0x1063);
    assertThat(json())
        .contains("\"vr\":\"US\",\"Value\":[65535]")
        .contains("\"vr\":\"SS\",\"Value\":[-1]")
        .contains("\"vr\":\"UL\",\"Value\":[4294967295]")
        .contains("\"vr\":\"UV\",\"Value\":[9007199254740992,\"18446744073709551615\"]")
        .contains("\"vr\":\"SV\",\"Value\":[-1,\"-9223372036854775808\"]")
        .contains("\"vr\":\"FL\",\"Value\":[0.1,\"NaN\"]")
        .contains("\"vr\":\"FD\",\"Value\":[0.1,\"-Infinity\"]");
  }

  @Test
  void writesTagsBinariesItemsAndNothing() {
    dataSet.setBytes(Tag.FrameIncrementPointer, VR.AT, new byte[] {0x18, 0, 0x63, 0x10});
    dataSet.setBytes(Tag.PixelData, VR.OB, new byte[] {1, 2, 3, 4});
    dataSet.setBytes(0x00091001, VR.UN, new byte[] {'a', ' '});
    dataSet.setBytes(0x00091002, VR.UN, new byte[0]);
    dataSet.setString(Tag.PatientID, VR.LO, " ");
    dataSet.setItems(Tag.ReferencedStudySequence, List.of());
    dataSet.setItems(
        Tag.ReferencedSeriesSequence,
        List.of(new Attributes(), new Attributes().setString(Tag.Modality, VR.CS, "CT")));
    assertThat(json())
        .isEqualTo(
            """
            {"00081110":{"vr":"SQ"},\
            "00081115":{"vr":"SQ","Value":[{},{"00080060":{"vr":"CS","Value":["CT"]}}]},\
            "00091001":{"vr":"UN","InlineBinary":"YSA="},\
            "00091002":{"vr":"UN"},\
            "00100020":{"vr":"LO"},\
            "00280009":{"vr":"AT","Value":["00181063"]},\
            "7FE00010":{"vr":"OB","InlineBinary":"AQIDBA=="}}""");
  }

  @Test
  void leavesOutGroupLengthsMetaInformationAndWhatTheCallbackLeavesOut() {
    dataSet.setString(Tag.TransferSyntaxUID, VR.UI, "1.2.840.10008.1.2");
    dataSet.setInt(0x00080000, VR.UL, 4);
    dataSet.put(
        new org.dicomgateway.dicom.data.Element(
            Tag.PixelData, VR.OW, new Value.BulkData(new ByteRange(0, 2), false)));
    assertThat(json()).isEqualTo("{\"7FE00010\":{\"vr\":\"OW\"}}");
  }

  @Test
  void decodesTextByTheCharacterSetOfItsItem() {
    dataSet.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
    dataSet.setBytes(Tag.PatientID, VR.LO, new byte[] {(byte) 0xE9, ' '});
    Attributes item = new Attributes().setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 144");
    item.setBytes(Tag.PatientID, VR.LO, new byte[] {(byte) 0xBB, '\\'});
    dataSet.setItems(Tag.ReferencedPatientSequence, List.of(item));
    assertThat(json()).contains("[\"é\"]").contains("[\"Л\",null]").contains("ISO_IR 144");
  }

  @Test
  void readsBackWhatItWrote() throws IOException {
    dataSet.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    dataSet.setString(Tag.PatientName, VR.PN, "Wang^Xiao=王^小東", "==phonetic", "", "Doe");
    dataSet.setString(Tag.PixelSpacing, VR.DS, "0.50", "-1.2E-05", "1,5", "");
    dataSet.setString(Tag.AdditionalPatientHistory, VR.LT, "a\\b\r\nđ");
    dataSet.setInt(Tag.SelectorUVValue, VR.UV, 1, -1);
    dataSet.setInt(Tag.SelectorSLValue, VR.SL, -1, Integer.MIN_VALUE);
    dataSet.setDouble(Tag.SelectorFLValue, VR.FL, 0.1, Double.NaN, Double.POSITIVE_INFINITY);
    dataSet.setDouble(Tag.SelectorFDValue, VR.FD, 0.1);
    dataSet.setBytes(Tag.FrameIncrementPointer, VR.AT, new byte[] {0x18, 0, 0x63, 0x10});
    dataSet.setBytes(Tag.PixelData, VR.OB, new byte[] {1, 2, 3, 4});
    dataSet.setString(Tag.PatientID, VR.LO);
    Attributes item = new Attributes().setString(Tag.PatientID, VR.LO, "x");
    dataSet.setItems(Tag.ReferencedSeriesSequence, List.of(new Attributes(), item));
    Attributes again = read(json());
    assertThat(json(again)).isEqualTo(json());
    for (var element : dataSet) {
      if (element.value() instanceof Value.Bytes(byte[] bytes)) {
        assertThat(again.bytes(element.tag()).orElseThrow()).isEqualTo(bytes);
      }
    }
  }

  @Test
  void readsTextIntoUtf8WhateverTheSourceWas() throws IOException {
    Attributes read =
        read(
            """
            {"00080005":{"vr":"CS","Value":["ISO_IR 100"]},"00100020":{"vr":"LO","Value":["é"]}}""");
    assertThat(read.strings(Tag.SpecificCharacterSet)).containsExactly("ISO_IR 192");
    assertThat(read.string(Tag.PatientID)).contains("é");
    assertThat(read("{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"é\"]}}").string(Tag.PatientID))
        .contains("é");
    assertThat(read("{}").isEmpty()).isTrue();
  }

  @Test
  void readsPropertiesInAnyOrderAndWhatExamplesOfTheStandardHold() throws IOException {
    Attributes read =
        read(
            """
            {"00081110":{"more":[{}],"Value":[{"00080060":{"Value":["CT"],"vr":"CS"}},null],"vr":"SQ"},
             "7FE00010":{"InlineBinary":["AQI="],"vr":"OW"},
             "00282000":{"vr":"OB","BulkDataURI":"the/profile"},
             "00280010":{"vr":"US","Value":["512"]},
             "00081160":{"vr":"IS","Value":[1,2]}}""");
    assertThat(read.items(0x00081110)).hasSize(2);
    assertThat(read.items(0x00081110).getFirst().string(Tag.Modality)).contains("CT");
    assertThat(read.bytes(Tag.PixelData)).contains(new byte[] {1, 2});
    assertThat(read.bytes(0x00282000).orElseThrow()).isEqualTo("the/profile".getBytes());
    assertThat(read.integer(Tag.Rows)).hasValue(512);
    assertThat(read.strings(Tag.ReferencedFrameNumber)).containsExactly("1", "2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | START_OBJECT expected",
        "{\"PatientID\":{\"vr\":\"LO\"}} | no tag of eight hexadecimal digits: PatientID",
        "{\"00100020\":7} | element (0010,0020)",
        "{\"00100020\":{\"Value\":[\"x\"]}} | no vr",
        "{\"00100020\":{\"vr\":\"XX\"}} | XX",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[65536]}} | no US: 65536",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[-1]}} | no US: -1",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[true]}} | no value: true",
        "{\"7FE00010\":{\"vr\":\"OW\",\"Value\":[1]}} | OW has no Value but an InlineBinary",
        "{\"7FE00010\":{\"vr\":\"OW\",\"InlineBinary\":\"*\"}} | element (7FE0,0010)",
        "{\"00081110\":{\"vr\":\"SQ\",\"Value\":[\"x\"]}} | no item: x",
        "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"x\" | element (0010,0020)",
      })
  void saysWhereJsonIsNoDicom(String json, String reason) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(DicomParseException.class)
        .hasMessageContaining("no DICOM JSON")
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 128})
  void goesAsDeepAsTheReaderOfDataSets(int depth) throws IOException {
    Attributes nested = new Attributes().setString(Tag.PatientID, VR.LO, "x");
    for (int i = 0; i < depth; i++) {
      nested = new Attributes().setItems(Tag.ContentSequence, List.of(nested));
    }
    assertThat(json(read(json(nested)))).isEqualTo(json(nested));
  }

  @Test
  void refusesToGoDeeper() {
    String json = "{\"0040A730\":{\"vr\":\"SQ\",\"Value\":[".repeat(100_000);
    assertThatThrownBy(() -> read(json)).isInstanceOf(DicomParseException.class);
  }

  private String json() {
    return json(dataSet);
  }

  private static String json(Attributes of) {
    return new String(DicomJson.bytes(of, BulkDataUris.NONE), StandardCharsets.UTF_8);
  }

  private static Attributes read(String json) throws DicomParseException {
    byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
    return DicomJson.read(new ByteArrayInputStream(utf8), uri -> new Value.Bytes(uri.getBytes()));
  }
}
