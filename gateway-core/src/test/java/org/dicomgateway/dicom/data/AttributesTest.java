package org.dicomgateway.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributesTest {

  @Test
  void keepsElementsInTheOrderOfUnsignedTags() {
    Attributes attributes =
        new Attributes()
            .setString(Tag.DataSetTrailingPadding, VR.OB, "")
            .setString(Tag.PatientID, VR.LO, "4711")
            .setString(Tag.Modality, VR.CS, "CT");
    assertThat(attributes)
        .extracting(Element::tag)
        .containsExactly(Tag.Modality, Tag.PatientID, Tag.DataSetTrailingPadding);
  }

  @Test
  void readsNumbersOfEachRepresentation() {
    Attributes attributes =
        new Attributes()
            .setInt(Tag.Rows, VR.US, 65_535)
            .setInt(Tag.TagAngleSecondAxis, VR.SS, -7)
            .setInt(Tag.RegionFlags, VR.UL, 4_294_967_295L)
            .setInt(Tag.ReferencePixelX0, VR.SL, -70_000)
            .setInt(Tag.SelectorUVValue, VR.UV, -1)
            .setDouble(Tag.RealWorldValueSlope, VR.FD, 0.5, 2)
            .setString(Tag.InstanceNumber, VR.IS, " 12 ")
            .setString(Tag.SliceThickness, VR.DS, "1.25 ");
    assertThat(attributes.integer(Tag.Rows)).hasValue(65_535);
    assertThat(attributes.integer(Tag.TagAngleSecondAxis)).hasValue(-7);
    assertThat(attributes.string(Tag.RegionFlags)).contains("4294967295");
    assertThat(attributes.integer(Tag.RegionFlags)).isEmpty();
    assertThat(attributes.integer(Tag.ReferencePixelX0)).hasValue(-70_000);
    assertThat(attributes.string(Tag.SelectorUVValue)).contains("18446744073709551615");
    assertThat(attributes.strings(Tag.RealWorldValueSlope)).containsExactly("0.5", "2.0");
    assertThat(attributes.integer(Tag.InstanceNumber)).hasValue(12);
    assertThat(attributes.decimal(Tag.SliceThickness)).hasValue(1.25);
    assertThat(attributes.integer(Tag.SliceThickness)).isEmpty();
  }

  @Test
  void leavesOutARestTooShortForANumber() {
    Attributes attributes = new Attributes().setBytes(Tag.Rows, VR.US, new byte[] {1, 0, 7});
    assertThat(attributes.strings(Tag.Rows)).containsExactly("1");
  }

  @Test
  void splitsValuesAndStripsPadding() {
    Attributes attributes =
        new Attributes()
            .setString(Tag.ImageType, VR.CS, "ORIGINAL", " PRIMARY ", "")
            .setBytes(Tag.SOPInstanceUID, VR.UI, new byte[] {'1', '.', '2', 0})
            .setString(Tag.AdditionalPatientHistory, VR.LT, "  a\\b ");
    assertThat(attributes.strings(Tag.ImageType)).containsExactly("ORIGINAL", "PRIMARY", "");
    assertThat(attributes.string(Tag.SOPInstanceUID)).contains("1.2");
    assertThat(attributes.strings(Tag.AdditionalPatientHistory)).containsExactly("  a\\b");
  }

  @Test
  void itemsTakeTheCharacterSetOfTheDataSetAround() {
    byte[] utf8 = "NGUYỄN^VĂN AN".getBytes(StandardCharsets.UTF_8);
    Attributes item = new Attributes().setBytes(Tag.PatientName, VR.PN, utf8);
    new Attributes()
        .setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
        .setItems(Tag.OtherPatientIDsSequence, List.of(item));
    assertThat(item.string(Tag.PatientName)).contains("NGUYỄN^VĂN AN");
    item.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100");
    assertThat(item.string(Tag.PatientName)).isNotEqualTo("NGUYỄN^VĂN AN");
  }

  @Test
  void findsPrivateElementsInWhicheverBlockTheirMakerGot() {
    Attributes attributes =
        new Attributes()
            .setString(0x00290010, VR.LO, "SOMEBODY ELSE")
            .setString(0x00290011, VR.LO, "SIEMENS CSA HEADER")
            .setBytes(0x00291110, VR.OB, new byte[] {1, 2});
    assertThat(attributes.privateTag("SIEMENS CSA HEADER", 0x00291010)).hasValue(0x00291110);
    assertThat(attributes.privateTag("NOBODY", 0x00291010)).isEmpty();
    assertThat(attributes.privateCreator(0x00291110)).contains("SIEMENS CSA HEADER");
    assertThat(attributes.privateCreator(0x00291210)).isEmpty();
    assertThat(attributes.privateCreator(Tag.PatientID)).isEmpty();
  }

  @Test
  void isEqualByItsElements() {
    Attributes one = dataSet("4711");
    assertThat(one).isEqualTo(dataSet("4711")).hasSameHashCodeAs(dataSet("4711"));
    assertThat(one).isNotEqualTo(dataSet("4712"));
  }

  private static Attributes dataSet(String patientId) {
    Attributes item = new Attributes().setString(Tag.PatientID, VR.LO, patientId);
    return new Attributes().setItems(Tag.OtherPatientIDsSequence, List.of(item));
  }

  @Test
  void hasNothingOfWhatIsAbsent() {
    Attributes attributes = new Attributes().setString(Tag.PatientID, VR.LO);
    assertThat(attributes.string(Tag.PatientID)).isEmpty();
    assertThat(attributes.strings(Tag.PatientName)).isEmpty();
    assertThat(attributes.integer(Tag.Rows)).isEmpty();
    assertThat(attributes.items(Tag.ContentSequence)).isEmpty();
    assertThat(attributes.bytes(Tag.PixelData)).isEmpty();
    assertThat(attributes.element(Tag.PatientID)).isPresent();
    assertThat(attributes.remove(Tag.PatientID).isEmpty()).isTrue();
  }
}
