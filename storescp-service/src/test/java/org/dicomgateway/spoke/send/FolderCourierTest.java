package org.dicomgateway.spoke.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomgateway.spoke.send.SendStation.awaitCount;
import static org.dicomgateway.spoke.send.SendStation.awaitHealth;
import static org.dicomgateway.spoke.send.SendStation.dispatch;
import static org.dicomgateway.spoke.send.SendStation.note;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.spoke.change.AttributeChanges;
import org.dicomgateway.spoke.destination.DeliveryState;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.DestinationSettings.Folder;
import org.dicomgateway.spoke.destination.DestinationSettings.Layout;
import org.dicomgateway.spoke.destination.Health;
import org.dicomgateway.spoke.destination.Limits;
import org.dicomgateway.spoke.destination.Probe;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.spool.SpoolFixture;
import org.dicomgateway.spoke.spool.SpooledInstance;
import org.dicomgateway.testdata.FullDisk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files in folders. */
@Timeout(60)
class FolderCourierTest {
  @TempDir Path directory;
  private Path folder;
  private SendStation station;

  @BeforeEach
  void open() throws IOException {
    folder = Files.createDirectory(directory.resolve("export"));
    station = new SendStation(directory);
  }

  @AfterEach
  void close() {
    station.close();
  }

  private Destination destination(Layout layout) throws IOException {
    Destination destination = station.open(new Folder("export", folder, layout, Limits.NONE));
    destination.start();
    return destination;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void writesTheBytesOfTheSpoolByUid() throws Exception {
    Destination destination = destination(Layout.UID);
    SpooledInstance instance = station.accept(destination, "1.2.3.4");
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(files()).containsExactly("1.2.3/1.2.3.1/1.2.3.4.dcm");
    assertThat(Files.readAllBytes(folder.resolve("1.2.3/1.2.3.1/1.2.3.4.dcm")))
        .isEqualTo(station.spool.open(instance).readAllBytes());
    assertThat(destination.test()).isEqualTo(destination.test());
    assertThat(destination.test().outcome()).isEqualTo(Probe.Outcome.REACHED);
  }

  @Test
  void writesByPatientWithNamesThatEveryFileSystemTakes() throws Exception {
    Destination destination = destination(Layout.PATIENT);
    Attributes image =
        SpoolFixture.image("1.2.3", "1.2.3.4", 100)
            .setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
            .setString(Tag.PatientID, VR.LO, "../BN/042")
            .setString(Tag.StudyDate, VR.DA, "20260102")
            .setString(Tag.StudyDescription, VR.LO, "CT ngực: có thuốc?")
            .setString(Tag.Modality, VR.CS, "CT")
            .setString(Tag.SeriesNumber, VR.IS, "2")
            .setString(Tag.SeriesDescription, VR.LO, "Phổi 1mm. ");
    destination.accept(SpoolFixture.store(station.spool, image), dispatch(Urgency.NORMAL));
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(files())
        .containsExactly("_._BN_042/20260102 CT ngực_ có thuốc_/CT 2 Phổi 1mm/1.2.3.4.dcm");
  }

  @Test
  void keepsWhatLiesThereBesideOtherBytesOfTheSameName() throws Exception {
    Destination destination = destination(Layout.UID);
    station.accept(destination, "1.2.3.4");
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    byte[] first = Files.readAllBytes(folder.resolve("1.2.3/1.2.3.1/1.2.3.4.dcm"));
    SpooledInstance other = SpoolFixture.store(station.spool, "1.2.3", "1.2.3.4", 1200);
    destination.accept(other, dispatch(Urgency.NORMAL));
    station.accept(destination, "1.2.3.4");
    awaitCount(destination, DeliveryState.DELIVERED, 3);
    assertThat(files())
        .containsExactly("1.2.3/1.2.3.1/1.2.3.4 (2).dcm", "1.2.3/1.2.3.1/1.2.3.4.dcm");
    assertThat(Files.readAllBytes(folder.resolve("1.2.3/1.2.3.1/1.2.3.4.dcm"))).isEqualTo(first);
    assertThat(destination.trace("1.2.3").get(1).note()).contains("1.2.3.4 (2).dcm");
    assertThat(destination.trace("1.2.3").get(2).note()).isEqualTo("was there already");
  }

  @Test
  void waitsForAFolderThatIsNotThere() throws Exception {
    Files.delete(folder);
    Destination destination = destination(Layout.UID);
    station.accept(destination, "1.2.3.4");
    awaitHealth(destination, Health.State.DOWN);
    assertThat(destination.status().health().reason()).contains("there is no folder " + folder);
    assertThat(destination.test().remedy()).isNotEmpty();
    Files.createDirectory(folder);
    assertThat(destination.test().outcome()).isEqualTo(Probe.Outcome.REACHED);
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    assertThat(destination.status().health().state()).isEqualTo(Health.State.UP);
  }

  @Test
  void waitsWhereItMayNotWrite() throws Exception {
    Files.writeString(folder.resolve("1.2.3"), "a file where a folder has to be");
    Destination destination = destination(Layout.UID);
    station.accept(destination, "1.2.3.4");
    awaitHealth(destination, Health.State.DOWN);
    assertThat(destination.status().health().reason()).contains("cannot write to " + folder);
  }

  @Test
  void waitsForRoomOnAFullDisk() throws Exception {
    try (FullDisk disk = FullDisk.at(folder)) {
      Destination destination = station.open(new Folder("export", folder, Layout.UID, Limits.NONE));
      SpooledInstance first = station.accept(destination, "1.2.3.4");
      SpooledInstance second = station.accept(destination, "1.2.3.5");
      Path series = folder.resolve("1.2.3/1.2.3.1");
      disk.fill(series.resolve("." + first.id() + ".part"));
      destination.start();

      Health down = awaitHealth(destination, Health.State.DOWN);
      assertThat(down.reason())
          .contains("the disk of " + folder + " is full", "No space left", "free room there");
      if (disk instanceof FullDisk.Mounted) {
        assertThat(destination.test().outcome()).isEqualTo(Probe.Outcome.FAILED);
        assertThat(destination.test().found()).contains("is full");
        assertThat(files()).containsExactly("filler");
        assertThat(SendStation.states(destination))
            .doesNotContainValue(DeliveryState.PARKED)
            .doesNotContainValue(DeliveryState.DELIVERED);
      }
      disk.empty();
      assertThat(destination.test().outcome()).isEqualTo(Probe.Outcome.REACHED);
      awaitCount(destination, DeliveryState.DELIVERED, 2);

      assertThat(destination.status().health().state()).isEqualTo(Health.State.UP);
      assertThat(files()).containsExactly("1.2.3/1.2.3.1/1.2.3.4.dcm", "1.2.3/1.2.3.1/1.2.3.5.dcm");
      assertThat(Files.readAllBytes(series.resolve("1.2.3.4.dcm")))
          .isEqualTo(station.spool.open(first).readAllBytes());
      assertThat(Files.readAllBytes(series.resolve("1.2.3.5.dcm")))
          .isEqualTo(station.spool.open(second).readAllBytes());
    }
  }

  @Test
  void writesWhatTheRoutesChange() throws Exception {
    Destination destination = destination(Layout.PATIENT);
    AttributeChanges changes =
        new AttributeChanges(Map.of("PatientID", List.of("BN 7")), Set.of("PatientName"));
    destination.accept(station.receive("1.2.3.4"), SendStation.changing(changes));
    destination.accept(station.receive("1.2.3.5"), SendStation.changing(AttributeChanges.NONE));
    awaitCount(destination, DeliveryState.DELIVERED, 2);
    Path changed = folder.resolve("BN 7/study without date/series without number/1.2.3.4.dcm");
    Attributes dataSet = Part10.read(changed, ReadOptions.WHOLE).dataSet();
    assertThat(dataSet.string(Tag.PatientID)).contains("BN 7");
    assertThat(dataSet.contains(Tag.PatientName)).isFalse();
    assertThat(dataSet.items(Tag.OriginalAttributesSequence)).hasSize(1);
    try (Stream<Path> left = Files.list(directory.resolve("queues/export.changed"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void parksWhatTheSpoolHasLost() throws Exception {
    Destination destination = station.open(new Folder("export", folder, Layout.UID, Limits.NONE));
    SpooledInstance lost = station.accept(destination, "1.2.3.4");
    station.accept(destination, "1.2.3.5");
    station.spool.remove(lost.id());
    destination.start();
    awaitCount(destination, DeliveryState.DELIVERED, 1);
    awaitCount(destination, DeliveryState.PARKED, 1);
    assertThat(note(destination, "1.2.3.4")).contains("cannot be read from the spool");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a/b\\c:d*e?f\"g<h>i|a_b_c_d_e_f_g_h_i",
        "..|otherwise",
        "...x|_..x",
        "' x. . '|x",
        "CON|_CON",
        "nul.txt|_nul.txt",
        "''|otherwise",
        "???|otherwise",
        "Nguyễn Văn An|Nguyễn Văn An"
      })
  void makesNames(String text, String name) {
    assertThat(FileNames.of(text.replace('¦', '|'), "otherwise")).isEqualTo(name);
  }

  @Test
  void keepsNamesWithinWhatFileSystemsTake() {
    assertThat(FileNames.of("ễ".repeat(500), "").getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .hasSizeLessThan(250);
    assertThat(FileNames.of("1.2." + "3".repeat(60), "")).hasSize(64);
  }
}
