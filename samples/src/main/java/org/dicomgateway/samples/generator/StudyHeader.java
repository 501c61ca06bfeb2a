package org.dicomgateway.samples.generator;

import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;

/** What every instance of a study says alike: patient, study, series and equipment modules. */
final class StudyHeader {
  private StudyHeader() {}

  static Attributes of(SampleStudy study, String sopClass, int instance, String series) {
    Attributes header = new Attributes();
    header.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    header.setString(Tag.SOPClassUID, VR.UI, sopClass);
    header.setString(Tag.SOPInstanceUID, VR.UI, study.uid("instance " + instance));
    patient(header, study);
    study(header, study);
    header.setString(Tag.Modality, VR.CS, study.kind().modality);
    header.setString(Tag.SeriesInstanceUID, VR.UI, study.uid("series"));
    header.setString(Tag.SeriesNumber, VR.IS, "1");
    header.setString(Tag.SeriesDescription, VR.LO, series);
    header.setString(Tag.InstanceNumber, VR.IS, String.valueOf(instance));
    for (int date : new int[] {Tag.SeriesDate, Tag.ContentDate, Tag.AcquisitionDate}) {
      header.setString(date, VR.DA, study.date());
    }
    for (int time : new int[] {Tag.SeriesTime, Tag.ContentTime, Tag.AcquisitionTime}) {
      header.setString(time, VR.TM, study.time());
    }
    return header;
  }

  private static void patient(Attributes header, SampleStudy study) {
    Patient patient = study.patient();
    header.setString(Tag.PatientName, VR.PN, patient.name());
    header.setString(Tag.PatientID, VR.LO, patient.id());
    header.setString(Tag.IssuerOfPatientID, VR.LO, study.hospital().name());
    header.setString(Tag.PatientBirthDate, VR.DA, patient.birthDate());
    header.setString(Tag.PatientSex, VR.CS, patient.sex());
    header.setString(Tag.PatientAge, VR.AS, "%03dY".formatted(patient.age(study.date())));
  }

  private static void study(Attributes header, SampleStudy study) {
    header.setString(Tag.StudyInstanceUID, VR.UI, study.uid("study"));
    header.setString(Tag.StudyDate, VR.DA, study.date());
    header.setString(Tag.StudyTime, VR.TM, study.time());
    header.setString(Tag.StudyID, VR.SH, String.valueOf(1 + study.number()));
    header.setString(Tag.AccessionNumber, VR.SH, study.accessionNumber());
    header.setString(Tag.StudyDescription, VR.LO, study.kind().description);
    header.setString(Tag.ReferringPhysicianName, VR.PN, study.hospital().physician());
    header.setString(Tag.InstitutionName, VR.LO, study.hospital().name());
    header.setString(Tag.InstitutionAddress, VR.ST, study.hospital().address());
    header.setString(Tag.Manufacturer, VR.LO, "DICOM Exchange Gateway");
    header.setString(Tag.ManufacturerModelName, VR.LO, "Sample generator");
  }
}
