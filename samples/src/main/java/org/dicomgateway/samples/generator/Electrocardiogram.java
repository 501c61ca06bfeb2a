package org.dicomgateway.samples.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.samples.generator.report.EcgReport;

/** An electrocardiogram as it comes out of its printer: a PDF in a DICOM file (PS3.3 §A.45.1). */
final class Electrocardiogram {
  private final SampleStudy study;

  Electrocardiogram(SampleStudy study) {
    this.study = study;
  }

  void write(Path folder) throws IOException {
    Attributes instance =
        StudyHeader.of(study, UID.EncapsulatedPDFStorage, 1, "Phiếu kết quả điện tâm đồ");
    byte[] pdf = EcgReport.of(study.seed(), heading());
    instance.setString(Tag.ConversionType, VR.CS, "WSD");
    instance.setString(Tag.BurnedInAnnotation, VR.CS, "YES");
    instance.setString(Tag.AcquisitionDateTime, VR.DT, study.date() + study.time());
    instance.setString(Tag.DocumentTitle, VR.ST, study.kind().description);
    instance.setItems(Tag.ConceptNameCodeSequence, List.of());
    instance.setString(Tag.MIMETypeOfEncapsulatedDocument, VR.LO, "application/pdf");
    instance.setBytes(
        Tag.EncapsulatedDocument, VR.OB, Arrays.copyOf(pdf, pdf.length + (pdf.length & 1)));
    instance.setInt(Tag.EncapsulatedDocumentLength, VR.UL, pdf.length);
    InstanceFile.write(folder.resolve("ECG0001.dcm"), instance);
  }

  private List<String> heading() {
    Patient patient = study.patient();
    return List.of(
        plain(study.hospital().name()),
        "DIEN TAM DO 12 CHUYEN DAO / 12-LEAD ECG",
        plain(patient.name().replace('^', ' ')) + "   ID " + patient.id(),
        patient.age(study.date()) + " tuoi, " + (patient.sex().equals("M") ? "nam" : "nu"),
        study.date() + " " + study.time() + "   " + study.accessionNumber());
  }

  /** The fonts every PDF reader has know no Vietnamese. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replace('Đ', 'D');
  }
}
