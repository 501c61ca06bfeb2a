package org.dicomgateway.spoke.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.codec.digest.DigestUtils;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangedFileTest {
  private static final Modification BY_US =
      new Modification("yen-bai", "CT1", Instant.parse("2026-01-31T02:03:04.567Z"));

  @TempDir private Path directory;
  private final Attributes image =
      SpoolFixture.slope("1.2", "1.2.1")
          .setString(Tag.InstitutionName, VR.LO, "Old Hospital")
          .setString(Tag.PatientID, VR.LO, "123");

  private Path target() {
    return directory.resolve("changed");
  }

  private Optional<ChangedFile> write(AttributeChanges changes) throws IOException {
    Path source = Files.write(directory.resolve("source"), SpoolFixture.part10(image));
    return ChangedFile.write(
        () -> Files.newInputStream(source), BulkDataSource.of(source), changes, BY_US, target());
  }

  private Attributes changed(AttributeChanges changes) throws IOException {
    assertThat(write(changes)).isPresent();
    return Part10.read(target(), ReadOptions.IN_MEMORY).dataSet();
  }

  private static AttributeChanges set(String name, String... values) {
    return new AttributeChanges(Map.of(name, List.of(values)), Set.of());
  }

  @Test
  void setsAndRemovesAndLeavesTheRest() throws Exception {
    Attributes changed =
        changed(
            new AttributeChanges(
                Map.of("PatientID", List.of("HIS-9"), "OtherPatientIDs", List.of("1", "2")),
                Set.of("InstitutionName")));

    assertThat(changed.string(Tag.PatientID)).hasValue("HIS-9");
    assertThat(changed.strings(Tag.OtherPatientIDs)).containsExactly("1", "2");
    assertThat(changed.contains(Tag.InstitutionName)).isFalse();
    assertThat(changed.element(Tag.PixelData)).isEqualTo(image.element(Tag.PixelData));
    assertThat(changed.string(Tag.PatientName)).isEqualTo(image.string(Tag.PatientName));
  }

  @Test
  void notesWhatWasThereByWhomAndWhen() throws Exception {
    Attributes changed =
        changed(
            new AttributeChanges(
                Map.of("PatientID", List.of("HIS-9"), "AccessionNumber", List.of("A1")),
                Set.of("InstitutionName")));

    Attributes note = changed.items(Tag.OriginalAttributesSequence).getFirst();
    assertThat(note.string(Tag.ModifyingSystem)).hasValue("yen-bai");
    assertThat(note.string(Tag.SourceOfPreviousValues)).hasValue("CT1");
    assertThat(note.string(Tag.ReasonForTheAttributeModification)).hasValue("COERCE");
    assertThat(note.string(Tag.AttributeModificationDateTime)).hasValue("20260131020304.567+0000");
    Attributes before = note.items(Tag.ModifiedAttributesSequence).getFirst();
    assertThat(before.string(Tag.PatientID)).hasValue("123");
    assertThat(before.string(Tag.InstitutionName)).hasValue("Old Hospital");
    assertThat(before.element(Tag.AccessionNumber)).isPresent();
    assertThat(before.string(Tag.AccessionNumber)).isEmpty();
    assertThat(before.size()).isEqualTo(3);
  }

  @Test
  void keepsEarlierNotes() throws Exception {
    Attributes earlier =
        new Attributes().setString(Tag.ModifyingSystem, VR.LO, "the system before");
    image.setItems(Tag.OriginalAttributesSequence, List.of(earlier));

    assertThat(changed(set("PatientID", "HIS-9")).items(Tag.OriginalAttributesSequence))
        .hasSize(2)
        .first()
        .extracting(note -> note.string(Tag.ModifyingSystem).orElseThrow())
        .isEqualTo("the system before");
  }

  @Test
  void takesUtf8WhereAValueNeedsItAndKeepsAllOtherText() throws Exception {
    image
        .setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100")
        .setString(Tag.PatientName, VR.PN, "Müller^Jörg")
        .setItems(
            Tag.ReferencedStudySequence,
            List.of(new Attributes(image).setString(Tag.StudyDescription, VR.LO, "Größe")));

    Attributes changed = changed(set("InstitutionName", "Bệnh viện Yên Bái"));

    assertThat(changed.string(Tag.SpecificCharacterSet)).hasValue("ISO_IR 192");
    assertThat(changed.string(Tag.InstitutionName)).hasValue("Bệnh viện Yên Bái");
    assertThat(changed.string(Tag.PatientName)).hasValue("Müller^Jörg");
    assertThat(changed.items(Tag.ReferencedStudySequence).getFirst().string(Tag.StudyDescription))
        .hasValue("Größe");
    Attributes before =
        changed
            .items(Tag.OriginalAttributesSequence)
            .getFirst()
            .items(Tag.ModifiedAttributesSequence)
            .getFirst();
    assertThat(before.string(Tag.SpecificCharacterSet)).hasValue("ISO_IR 100");
    assertThat(before.string(Tag.InstitutionName)).hasValue("Old Hospital");
  }

  @Test
  void refusesToGuessWhatTextInAnotherCharacterSetMeans() {
    image.setBytes(Tag.PatientName, VR.PN, "Nguyễn^A".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> write(set("InstitutionName", "Yên Bái")))
        .isInstanceOf(UnchangeableException.class)
        .hasMessageContaining("(0010,0010)");
    assertThat(target()).doesNotExist();
  }

  @Test
  void refusesWhatIsCutOff() throws Exception {
    byte[] bytes = SpoolFixture.part10(image);
    Path source =
        Files.write(directory.resolve("source"), Arrays.copyOf(bytes, bytes.length - 100));

    assertThatThrownBy(
            () ->
                ChangedFile.write(
                    () -> Files.newInputStream(source),
                    BulkDataSource.of(source),
                    set("PatientID", "9"),
                    BY_US,
                    target()))
        .isInstanceOf(UnchangeableException.class)
        .hasMessageContaining("cut off");
  }

  @Test
  void writesNothingWhereAllIsSoAlready() throws Exception {
    assertThat(write(new AttributeChanges(Map.of("PatientID", List.of("123")), Set.of("StudyID"))))
        .isEmpty();
    assertThat(target()).doesNotExist();
  }

  @Test
  void makesTheSameBytesOfTheSame() throws Exception {
    ChangedFile first = write(set("PatientID", "9")).orElseThrow();
    byte[] bytes = Files.readAllBytes(target());

    assertThat(write(set("PatientID", "9"))).hasValue(first);
    assertThat(first.length()).isEqualTo(bytes.length);
    assertThat(first.sha256()).isEqualTo(DigestUtils.sha256Hex(bytes));
  }

  @Test
  void keepsTheMakerOfARemovedPrivateElement() throws Exception {
    image
        .setString(0x00290010, VR.LO, "MAKER")
        .setString(0x00291001, VR.LO, "secret")
        .setString(0x00291002, VR.LO, "kept");

    Attributes changed = changed(new AttributeChanges(Map.of(), Set.of("00291001")));

    assertThat(changed.contains(0x00291001)).isFalse();
    assertThat(changed.string(0x00291002)).hasValue("kept");
    Attributes before =
        changed
            .items(Tag.OriginalAttributesSequence)
            .getFirst()
            .items(Tag.ModifiedAttributesSequence)
            .getFirst();
    assertThat(before.string(0x00290010)).hasValue("MAKER");
    assertThat(before.string(0x00291001)).hasValue("secret");
  }
}
