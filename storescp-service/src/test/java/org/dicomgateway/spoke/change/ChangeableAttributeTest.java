package org.dicomgateway.spoke.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeableAttributeTest {
  @ParameterizedTest
  @CsvSource({
    "PatientID, PatientID",
    "'(0010,0020)', PatientID",
    "00100020, PatientID",
    "WindowCenter, WindowCenter"
  })
  void isNamedByKeywordOrTag(String text) {
    assertThat(ChangeableAttribute.parseSettable(text).name()).matches("PatientID|WindowCenter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SOPInstanceUID",
        "StudyInstanceUID",
        "SeriesInstanceUID",
        "SOPClassUID",
        "TransferSyntaxUID",
        "MediaStorageSOPInstanceUID",
        "Rows",
        "BitsStored",
        "PhotometricInterpretation",
        "RescaleSlope",
        "PixelData",
        "PerFrameFunctionalGroupsSequence",
        "SpecificCharacterSet",
        "OriginalAttributesSequence",
        "(0029,0010)",
        "(0010,0000)",
        "ReferencedStudySequence.ReferencedSOPInstanceUID",
        "NoSuchThing"
      })
  void refusesWhatIdentifiesOrDescribesPixels(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ChangeableAttribute.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(0029,1001)", "ReferencedStudySequence", "EncapsulatedDocument"})
  void removesWhatItCannotSet(String text) {
    assertThatCode(() -> ChangeableAttribute.parse(text)).doesNotThrowAnyException();
    assertThatIllegalArgumentException().isThrownBy(() -> ChangeableAttribute.parseSettable(text));
  }

  @ParameterizedTest
  @CsvSource({
    "RetrieveAETitle, GATEWAY",
    "PatientAge, 012Y",
    "PatientSex, F",
    "PatientBirthDate, 19800229",
    "PatientWeight, 61.5",
    "AcquisitionDateTime, 20260131073000.5+0700",
    "InstanceNumber, -3",
    "StudyTime, 0730",
    "FrameOfReferenceUID, 1.2.840.10008",
    "PatientName, Nguyễn^Văn An=阮^文安",
    "InstitutionName, Bệnh viện Yên Bái",
    "AccessionNumber, A-1",
    "PatientComments, 'two\\lines'",
    "SimpleFrameList, 4294967295",
    "RecommendedDisplayFrameRateInFloat, 1e3"
  })
  void takesValuesOfTheirKind(String attribute, String value) {
    assertThatCode(() -> ChangeableAttribute.of(attribute).check(List.of(value)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "RetrieveAETitle, ABCDEFGHIJKLMNOPQ",
    "PatientAge, 12Y",
    "PatientSex, f",
    "PatientBirthDate, 19800230",
    "PatientBirthDate, 1980-02-28",
    "PatientWeight, 61kg",
    "PatientWeight, 61.123456789012345",
    "AcquisitionDateTime, 20261331",
    "InstanceNumber, 2147483648",
    "StudyTime, 2460",
    "FrameOfReferenceUID, 1.02",
    "PatientName, a^b^c^d^e^f",
    "InstitutionName, one\\two",
    "AccessionNumber, 12345678901234567",
    "SimpleFrameList, 4294967296",
    "SimpleFrameList, -1"
  })
  void refusesValuesOfAnotherKind(String attribute, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChangeableAttribute.of(attribute).check(List.of(value)))
        .withMessageContaining(attribute)
        .withMessageContaining(value);
  }

  @ParameterizedTest
  @CsvSource({
    "PatientID, 0, true",
    "PatientID, 1, true",
    "PatientID, 2, false",
    "OtherPatientIDs, 5, true",
    "ImagePositionPatient, 2, false",
    "ImagePositionPatient, 3, true",
    "ImageType, 2, true",
    "ImageType, 1, false"
  })
  void countsValues(String attribute, int count, boolean allowed) {
    ChangeableAttribute changed = ChangeableAttribute.of(attribute);
    List<String> values = Collections.nCopies(count, "1");
    if (allowed) {
      changed.check(values);
    } else {
      assertThatIllegalArgumentException().isThrownBy(() -> changed.check(values));
    }
  }
}
