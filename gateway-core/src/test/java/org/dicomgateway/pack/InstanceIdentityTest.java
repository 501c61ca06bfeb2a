package org.dicomgateway.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.junit.jupiter.api.Test;

class InstanceIdentityTest {

  @Test
  void takesTheUidsOfTheDataSet() throws Exception {
    Attributes dataSet =
        palette("1.2.3")
            .setString(Tag.StudyInstanceUID, VR.UI, "1.2")
            .setString(Tag.SeriesInstanceUID, VR.UI, "1.2.1");

    assertThat(InstanceIdentity.of(dataSet))
        .isEqualTo(new InstanceIdentity("1.2.840.10008.5.1.4.39.1", "1.2.3", "1.2.1", "1.2"));
  }

  @Test
  void derivesAMissingStudyAndSeriesAlwaysAlike() throws Exception {
    InstanceIdentity identity = InstanceIdentity.of(palette("1.2.3"));

    assertThat(identity).isEqualTo(InstanceIdentity.of(palette("1.2.3")));
    assertThat(identity.studyInstanceUid())
        .isEqualTo("2.25.251781412355397590692624690594477586087")
        .isNotEqualTo(InstanceIdentity.of(palette("1.2.4")).studyInstanceUid());
    assertThat(identity.seriesInstanceUid()).startsWith("2.25.").hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void keepsInstancesOfOneSeriesInOneStudy() throws Exception {
    Attributes one = palette("1.2.3").setString(Tag.SeriesInstanceUID, VR.UI, "1.2");
    Attributes other = palette("1.2.4").setString(Tag.SeriesInstanceUID, VR.UI, "1.2");

    assertThat(InstanceIdentity.of(one).studyInstanceUid())
        .isEqualTo(InstanceIdentity.of(other).studyInstanceUid());
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> InstanceIdentity.of(palette("1.2.3").remove(Tag.SOPClassUID)))
        .isInstanceOf(UnidentifiedInstanceException.class)
        .hasMessage("no SOP Class UID (0008,0016)");
  }

  @Test
  void refusesWhatWouldLeaveItsFolder() {
    assertThatThrownBy(() -> InstanceIdentity.of(palette("../../etc")))
        .isInstanceOf(UnidentifiedInstanceException.class)
        .hasMessage("unusable SOP Instance UID (0008,0018)");
  }

  private static Attributes palette(String sopInstanceUid) {
    return new Attributes()
        .setString(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.39.1")
        .setString(Tag.SOPInstanceUID, VR.UI, sopInstanceUid);
  }
}
