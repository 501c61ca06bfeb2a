package org.dicomgateway.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.part10.Part10;
import org.junit.jupiter.api.Test;

class InstanceIdentityTest {

  @Test
  void takesTheUidsOfTheDataSet() throws Exception {
    Attributes dataSet =
        palette("1.2.3")
            .setString(Tag.StudyInstanceUID, VR.UI, "1.2")
            .setString(Tag.SeriesInstanceUID, VR.UI, "1.2.1");

    assertThat(identity(dataSet))
        .isEqualTo(new InstanceIdentity("1.2.840.10008.5.1.4.39.1", "1.2.3", "1.2.1", "1.2"));
  }

  @Test
  void derivesAMissingStudyAndSeriesAlwaysAlike() throws Exception {
    InstanceIdentity identity = identity(palette("1.2.3"));

    assertThat(identity).isEqualTo(identity(palette("1.2.3")));
    assertThat(identity.studyInstanceUid())
        .isEqualTo("2.25.251781412355397590692624690594477586087")
        .isNotEqualTo(identity(palette("1.2.4")).studyInstanceUid());
    assertThat(identity.seriesInstanceUid()).startsWith("2.25.").hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void keepsInstancesOfOneSeriesInOneStudy() throws Exception {
    Attributes one = palette("1.2.3").setString(Tag.SeriesInstanceUID, VR.UI, "1.2");
    Attributes other = palette("1.2.4").setString(Tag.SeriesInstanceUID, VR.UI, "1.2");

    assertThat(identity(one).studyInstanceUid()).isEqualTo(identity(other).studyInstanceUid());
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> identity(palette("1.2.3").remove(Tag.SOPClassUID)))
        .isInstanceOf(UnidentifiedInstanceException.class)
        .hasMessage("no SOP Class UID (0008,0016)");
  }

  @Test
  void takesFromTheFileWhatTheDataSetDoesNotSay() throws Exception {
    Attributes nameless = palette("1.2.3").remove(Tag.SOPInstanceUID).remove(Tag.SOPClassUID);
    Attributes meta =
        new Attributes()
            .setString(Tag.MediaStorageSOPClassUID, VR.UI, "1.2.840.10008.5.1.4.39.1")
            .setString(Tag.MediaStorageSOPInstanceUID, VR.UI, "1.2.3");

    assertThat(InstanceIdentity.of(file(meta, nameless.setString(Tag.Modality, VR.CS, "OT"))))
        .isEqualTo(identity(palette("1.2.3")));
    assertThatThrownBy(() -> InstanceIdentity.of(file(meta, new Attributes())))
        .isInstanceOf(UnidentifiedInstanceException.class);
  }

  @Test
  void refusesWhatWouldLeaveItsFolder() {
    assertThatThrownBy(() -> identity(palette("../../etc")))
        .isInstanceOf(UnidentifiedInstanceException.class)
        .hasMessage("unusable SOP Instance UID (0008,0018)");
  }

  private static InstanceIdentity identity(Attributes dataSet)
      throws UnidentifiedInstanceException {
    return InstanceIdentity.of(file(new Attributes(), dataSet));
  }

  private static Part10 file(Attributes meta, Attributes dataSet) {
    return new Part10(meta, TransferSyntax.of(UID.ExplicitVRLittleEndian), 0, dataSet);
  }

  private static Attributes palette(String sopInstanceUid) {
    return new Attributes()
        .setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.39.1")
        .setString(Tag.SOPInstanceUID, VR.UI, sopInstanceUid);
  }
}
