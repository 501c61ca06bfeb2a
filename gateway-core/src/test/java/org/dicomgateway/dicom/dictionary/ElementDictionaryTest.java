package org.dicomgateway.dicom.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.ElementDictionary.Entry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementDictionaryTest {
  private final Attributes dataSet = new Attributes();

  @ParameterizedTest
  @CsvSource({
    "00000002, UI, AffectedSOPClassUID",
    "00020010, UI, TransferSyntaxUID",
    "00080005, CS, SpecificCharacterSet",
    "00100010, PN, PatientName",
    "0008114C, SQ, ReferencedSegmentationSequence",
    "0040B030, SQ, StructuredWaveformAnnotationSequence",
    "7FE00003, UV, EncapsulatedPixelDataValueTotalLength",
    "60000010, US, OverlayRows",
    "601E0010, US, OverlayRows",
    "50FE0005, US, CurveDimensions",
    "002031FF, CS, SourceImageIDs",
    "002804F1, US, ColumnsForNthOrderCoefficients",
    "1000ABC5, US, ShiftTableTriplet",
    "7F020020, OW, VariableCoefficientsSDVN",
  })
  void knowsElementsAndRepeatingGroups(String digits, VR vr, String keyword) {
    int tag = Integer.parseUnsignedInt(digits, 16);
    assertThat(ElementDictionary.keywordOf(tag)).contains(keyword);
    assertThat(ElementDictionary.vrOf(tag, dataSet)).isEqualTo(vr);
  }

  @Test
  void knowsNameMultiplicityAndRetirement() {
    assertThat(ElementDictionary.entry(Tag.PatientName).orElseThrow())
        .isEqualTo(new Entry(List.of(VR.PN), "1", "PatientName", "Patient's Name", false));
    assertThat(ElementDictionary.entry(Tag.ImageLocation).orElseThrow().retired()).isTrue();
    assertThat(ElementDictionary.entry(Tag.ImageType).orElseThrow().vm()).isEqualTo("2-n");
  }

  @Test
  void findsTagsByKeywordAndDigits() {
    assertThat(ElementDictionary.tagOf("StudyInstanceUID")).hasValue(Tag.StudyInstanceUID);
    assertThat(ElementDictionary.tagOf("0020000d")).hasValue(Tag.StudyInstanceUID);
    assertThat(ElementDictionary.tagOf("FFFEE000")).hasValue(Tag.Item);
    assertThat(ElementDictionary.tagOf("OverlayRows")).hasValue(0x60000010);
    assertThat(ElementDictionary.tagOf("NoSuchKeyword")).isEqualTo(OptionalInt.empty());
    assertThat(ElementDictionary.tagOf("0020000")).isEqualTo(OptionalInt.empty());
  }

  @Test
  void takesSignOfPixelValuesFromTheImageAround() {
    assertThat(ElementDictionary.vrOf(Tag.SmallestImagePixelValue, dataSet)).isEqualTo(VR.US);
    dataSet.setInt(Tag.PixelRepresentation, VR.US, 1);
    assertThat(ElementDictionary.vrOf(Tag.SmallestImagePixelValue, dataSet)).isEqualTo(VR.SS);
    Attributes item = new Attributes(dataSet);
    assertThat(ElementDictionary.vrOf(Tag.LUTDescriptor, item)).isEqualTo(VR.SS);
    item.setInt(Tag.PixelRepresentation, VR.US, 0);
    assertThat(ElementDictionary.vrOf(Tag.LUTDescriptor, item)).isEqualTo(VR.US);
  }

  @Test
  void takesPixelsOverlaysAndWaveformsAsWords() {
    for (int tag : new int[] {Tag.PixelData, 0x60023000, Tag.WaveformData, Tag.LUTData}) {
      assertThat(ElementDictionary.vrOf(tag, dataSet)).isEqualTo(VR.OW);
    }
    dataSet.setInt(Tag.LUTDescriptor, VR.US, 1, 0, 16);
    assertThat(ElementDictionary.vrOf(Tag.LUTData, dataSet)).isEqualTo(VR.US);
  }

  @Test
  void knowsPrivateElementsByTheirCreatorWhereverItsBlockIs() {
    assertThat(ElementDictionary.vrOf(0x00190010, dataSet)).isEqualTo(VR.LO);
    assertThat(ElementDictionary.vrOf(0x00191012, dataSet)).isEqualTo(VR.UN);
    dataSet.setString(0x00190010, VR.LO, "SIEMENS CT VA0  COAD");
    dataSet.setString(0x00190011, VR.LO, "SIEMENS CT VA0  COAD");
    assertThat(ElementDictionary.vrOf(0x00191010, dataSet)).isEqualTo(VR.DS);
    assertThat(ElementDictionary.vrOf(0x00191110, dataSet)).isEqualTo(VR.DS);
    assertThat(ElementDictionary.vrOf(0x00191210, dataSet)).isEqualTo(VR.UN);
    assertThat(ElementDictionary.keywordOf(0x00191010)).isEmpty();
  }

  @Test
  void takesGroupLengthsAndTheUnknownForWhatTheyAre() {
    assertThat(ElementDictionary.vrOf(0x00090000, dataSet)).isEqualTo(VR.UL);
    assertThat(ElementDictionary.vrOf(0x00100000, dataSet)).isEqualTo(VR.UL);
    assertThat(ElementDictionary.vrOf(0x00120009, dataSet)).isEqualTo(VR.UN);
    assertThat(ElementDictionary.vrOf(Tag.Item, dataSet)).isEqualTo(VR.UN);
  }
}
