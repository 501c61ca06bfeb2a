package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.generator.SampleStudies;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every sound file there is goes the whole way, sent by DCMTK, compressed where that is possible,
 * and comes back equal. Files that DCMTK cannot send are sent by our own software and named.
 */
class EveryFileIT {
  /** Transfer syntaxes younger than DCMTK 3.6.7: JPEG XL, HTJ2K, deflated frames. */
  private static final Set<String> UNKNOWN_TO_DCMTK =
      Set.of("1.2.840.10008.1.2.4.111", "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.8.1");

  /** Media Storage Directory, and what DCMTK's worklist items have for a class. */
  private static final Set<String> NOT_FOR_STORAGE =
      Set.of(UID.MediaStorageDirectoryStorage, "1.2.276.0.7230010.3.1.0.1");

  private static final ReadOptions UIDS = new ReadOptions(1024, Tag.SOPInstanceUID + 1);

  @RegisterExtension
  static final RunningGateway GATEWAY =
      RunningGateway.withSmallHeaps().spokeOptions(List.of("--compress", "always"));

  private final HubClient hub = GATEWAY.client();

  @Test
  void everyFileComesBackAsItWasSent() throws Exception {
    List<List<InstanceFile>> rounds = rounds(files());
    for (List<InstanceFile> round : rounds) {
      send(round);
      GATEWAY.awaitDelivered();
    }

    SameDataSets comparison = new SameDataSets(GATEWAY.folder("returned"));
    for (InstanceFile file : rounds.getFirst()) {
      comparison.add(file.file(), address(file), hub);
    }
    for (InstanceFile file : rounds.stream().skip(1).flatMap(List::stream).toList()) {
      comparison.addCandidates(file.file(), servedAndKept(file));
    }
    System.out.printf("EveryFileIT: compared %d files, %s%n", comparison.size(), ring());
    assertThat(comparison.differences()).isEmpty();
  }

  private HubClient.Address address(InstanceFile file) throws IOException, InterruptedException {
    return hub.find(file.sopInstance())
        .orElseThrow(() -> new AssertionError("not at the hub: " + file.file()));
  }

  /**
   * Those that came later are not served, but kept and flagged; if their bytes are others at all.
   */
  private List<Path> servedAndKept(InstanceFile file) throws Exception {
    Path folder = GATEWAY.folder("kept");
    List<Path> candidates = new ArrayList<>();
    Path served = folder.resolve(file.sopInstance() + ".dcm");
    hub.retrieve(address(file), served);
    candidates.add(served);
    candidates.addAll(new KeptConflicts(hub).files(file.sopInstance(), folder));
    return candidates;
  }

  private static String ring() {
    return RealData.folder().map(folder -> "generated and real").orElse("generated only");
  }

  /**
   * Files by their turn: those in a later round share their SOP Instance UID with one before, so
   * that it is known which came first.
   */
  private static List<List<InstanceFile>> rounds(List<InstanceFile> files) {
    List<List<InstanceFile>> rounds = new ArrayList<>();
    Map<String, Integer> turns = new LinkedHashMap<>();
    for (InstanceFile file : files) {
      int turn = turns.merge(file.sopInstance(), 1, Integer::sum) - 1;
      while (rounds.size() <= turn) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(turn).add(file);
    }
    return rounds;
  }

  private static List<InstanceFile> files() throws IOException {
    Path samples = GATEWAY.folder("samples");
    SampleStudies.write(samples, SampleStudies.DEFAULT_COUNT, _ -> {});
    List<InstanceFile> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(samples)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        files.add(InstanceFile.read(file));
      }
    }
    for (Path file : RealData.soundFiles()) {
      if (isInstance(file)) {
        files.add(InstanceFile.read(file));
      } else {
        System.out.println("EveryFileIT: not for storage, not sent: " + file);
      }
    }
    return files;
  }

  /** All but directories of media and worklist items, which are not for storage. */
  private static boolean isInstance(Path file) throws IOException {
    Attributes meta = Part10.readLeniently(file, UIDS).part10().fileMetaInformation();
    return meta.string(Tag.MediaStorageSOPClassUID).filter(NOT_FOR_STORAGE::contains).isEmpty();
  }

  /** DCMTK sends no data set that does not say what it is. */
  private static boolean namesItself(InstanceFile file) {
    try {
      Attributes header = Part10.read(file.file(), UIDS).dataSet();
      return header.contains(Tag.SOPClassUID) && header.contains(Tag.SOPInstanceUID);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By storescu; what that cannot read, by dcmsend; what is younger than both, by ourselves. */
  private static void send(List<InstanceFile> files) throws Exception {
    DcmtkSender dcmtk = new DcmtkSender(GATEWAY.spoke().dicom(), GATEWAY.folder("profiles"));
    List<InstanceFile> known =
        files.stream()
            .filter(file -> !UNKNOWN_TO_DCMTK.contains(file.transferSyntax()))
            .filter(EveryFileIT::namesItself)
            .toList();
    Set<Path> taken = dcmtk.storescu(known);
    List<InstanceFile> rest = known.stream().filter(file -> !taken.contains(file.file())).toList();
    for (InstanceFile file : rest) {
      System.out.println("EveryFileIT: by dcmsend, for storescu cannot: " + file.file());
    }
    if (!rest.isEmpty()) {
      Command dcmsend = dcmtk.dcmsend(rest);
      assertThat(dcmsend.exitCode()).as(dcmsend.output()).isZero();
    }
    List<InstanceFile> ours = files.stream().filter(file -> !known.contains(file)).toList();
    for (InstanceFile file : ours) {
      System.out.println("EveryFileIT: by ourselves, for DCMTK cannot: " + file.file());
    }
    assertThat(GATEWAY.send(ours)).allMatch(Outcome::isSent);
  }
}
