package org.dicomgateway.spoke.route.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{ calling-aet: CT1 }",
        "{ calling-aet: [US1, CT1], called-aet: GATEWAY }",
        "{ modality: ct }",
        "{ sop-class: CTImageStorage }",
        "{ sop-class: 1.2.840.10008.5.1.4.1.1.2 }",
        "{ transfer-syntax: ExplicitVRLittleEndian }",
        "{ urgency: normal }",
        "{ address: 10.1.2.3 }",
        "{ address: [192.168.0.0/16, 10.1.0.0/16] }",
        "{ address: 10.1.2.0/30 }",
        "{ instances: { from: 20 } }",
        "{ instances: { to: 20 } }",
        "{ size: { from: 500k, to: 1M } }",
        "{ time: mon-fri 07:00-18:00 }",
        "{ time: [sat, 13:30-13:31] }",
        "{ time: 22:00-14:00 }",
        "{ not: { modality: US } }",
        "{ any: [ { modality: US }, { calling-aet: CT1 } ] }",
        "{ all: [ { modality: CT }, { not: { any: [ { modality: US }, { size: { to: 1 } } ] } } ] }",
        "{ attribute: { tag: PatientID, equals: PHANTOM-7 } }",
        "{ attribute: { tag: '(0010,0020)', one-of: [A, PHANTOM-7] } }",
        "{ attribute: { tag: PatientID, matches: 'PHANTOM-\\d+' } }",
        "{ attribute: { tag: PatientName, contains: nguyen van } }",
        "{ attribute: { tag: StudyDescription, contains: HOI CHAN TU XA } }",
        "{ attribute: { tag: ImageType, equals: AXIAL } }",
        "{ attribute: { tag: SliceThickness, range: { to: 1.5 } } }",
        "{ attribute: { tag: StudyDate, range: { from: 2026-11-23, to: 20261123 } } }",
        "{ attribute: { tag: StudyTime, range: { from: 07:00, to: 13:30 } } }",
        "{ attribute: { tag: PatientAge, range: { from: 120M, to: 12Y } } }",
        "{ attribute: { tag: PatientComments, present: no } }",
        "{ attribute: { tag: PatientID, present: yes } }",
        "{ attribute: { tag: ReferencedStudySequence.ReferencedSOPInstanceUID, equals: 1.2.3 } }",
        "{ attribute: [ { tag: PatientID, present: yes }, { tag: KVP, equals: many } ] }",
      })
  void holds(String when) throws RouteFileException {
    assertThat(matches(when)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ calling-aet: ct1 }",
        "{ calling-aet: CT1, modality: US }",
        "{ sop-class: MRImageStorage }",
        "{ transfer-syntax: ImplicitVRLittleEndian }",
        "{ urgency: stat }",
        "{ address: 10.1.2.4 }",
        "{ address: 10.1.2.4/30 }",
        "{ address: 'fd00::/8' }",
        "{ instances: { from: 21 } }",
        "{ size: { from: 1M } }",
        "{ time: tue-sun }",
        "{ time: 18:00-07:00 }",
        "{ time: 07:00-13:30 }",
        "{ not: {} }",
        "{ any: [ { modality: US }, { calling-aet: US1 } ] }",
        "{ attribute: { tag: PatientID, equals: phantom-7 } }",
        "{ attribute: { tag: PatientID, matches: PHANTOM } }",
        "{ attribute: { tag: PatientName, contains: tran } }",
        "{ attribute: { tag: KVP, range: { from: 0 } } }",
        "{ attribute: { tag: SliceThickness, range: { from: 1.5 } } }",
        "{ attribute: { tag: PatientBirthDate, range: { to: 2026-01-01 } } }",
        "{ attribute: { tag: PatientAge, range: { from: 18Y } } }",
        "{ attribute: { tag: PatientComments, present: yes } }",
        "{ attribute: { tag: ReferencedStudySequence.ReferencedSOPClassUID, present: yes } }",
        "{ attribute: { tag: ImageType, one-of: [SECONDARY, LOCALIZER] } }",
      })
  void doesNotHold(String when) throws RouteFileException {
    assertThat(matches(when)).isFalse();
  }

  private static boolean matches(String when) throws RouteFileException {
    return rule(when).when().holds(SubjectFixture.subject(SubjectFixture.header()));
  }

  private static Rule rule(String when) throws RouteFileException {
    String text = "routes: [ { name: x, send: hub, when: %s } ]".formatted(when);
    return RouteFile.parse(text, Set.of("hub")).rules().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{ modality: US }|modality is CT, wanted is US",
        "{ address: 10.0.0.1 }|address is 10.1.2.3, wanted is 10.0.0.1",
        "{ modality: CT, size: { from: 1M } }|it has 500000 bytes, wanted is 1000000 or more",
        "{ attribute: { tag: KVP, range: { from: 1 } } }|KVP is many, wanted is from 1 on",
        "{ attribute: { tag: PatientComments, present: yes } }"
            + "|PatientComments is not there, wanted is any",
        "{ time: tue 10:00-11:00 }|it was received Mon 13:30, wanted is tue 10:00-11:00",
        "{ not: { modality: CT } }|modality is CT, not wanted is CT",
      })
  void tellsWhatWasSeen(String when, String seen) throws RouteFileException {
    assertThat(rule(when).when().seen(SubjectFixture.subject(SubjectFixture.header())))
        .containsExactly(seen);
  }
}
