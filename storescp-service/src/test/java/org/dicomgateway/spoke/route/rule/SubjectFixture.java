package org.dicomgateway.spoke.route.rule;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dimse.service.Priority;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.Sender;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * A CT image of 500 kB from CT1 at 10.1.2.3, received on Monday at 13:30, the 20th of its study.
 */
final class SubjectFixture {
  private static final Instant MONDAY = Instant.parse("2026-11-23T13:30:00Z");

  private SubjectFixture() {}

  static Attributes header() {
    return new Attributes()
        .setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
        .setString(Tag.Modality, VR.CS, "CT")
        .setString(Tag.StudyDate, VR.DA, "20261123")
        .setString(Tag.StudyTime, VR.TM, "1330")
        .setString(Tag.StudyDescription, VR.LO, "Chụp CT ngực, Hội chẩn  từ xa")
        .setString(Tag.PatientName, VR.PN, "NGUYỄN^VĂN AN")
        .setString(Tag.PatientID, VR.LO, "PHANTOM-7")
        .setString(Tag.PatientAge, VR.AS, "011Y")
        .setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "AXIAL")
        .setString(Tag.SliceThickness, VR.DS, "1.25")
        .setString(Tag.KVP, VR.DS, "many")
        .setString(Tag.PatientComments, VR.LT, "")
        .setItems(
            Tag.ReferencedStudySequence,
            List.of(new Attributes().setString(Tag.ReferencedSOPInstanceUID, VR.UI, "1.2.3")));
  }

  static Subject subject(Attributes header) {
    SpooledInstance instance =
        new SpooledInstance(
            "01a200e3-eaa1-7325-b011-e369633aaa07",
            new InstanceIdentity(UID.CTImageStorage, "1.2.3.4", "1.2.3", "1.2"),
            UID.ExplicitVRLittleEndian,
            500_000,
            "00",
            0,
            new Sender("CT1", "GATEWAY", "10.1.2.3"),
            Priority.MEDIUM,
            MONDAY);
    return new Subject(instance, Urgency.NORMAL, () -> header, () -> 20, ZoneOffset.UTC);
  }
}
