package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.generator.SampleStudies;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole way with packs in an S3 bucket, and what others make of these packs. */
class ObjectStoreIT {
  private static final String STUDY = "2.25.20261121007";
  private static final int INSTANCES = 40;

  @RegisterExtension
  @Order(1)
  static final Bucket BUCKET = new Bucket();

  @RegisterExtension
  @Order(2)
  static final RunningGateway GATEWAY =
      RunningGateway.withSmallHeaps().hubOptions(BUCKET::hubOptions);

  @Test
  void packsInTheBucketAreZipFilesOfDicomFilesThoughBothEndsDied() throws Exception {
    List<InstanceFile> files =
        new SyntheticSeries(STUDY, 256, 256, 1).write(GATEWAY.folder("sent"), INSTANCES);
    UnreliableSend send = new UnreliableSend(GATEWAY);
    send.send(files.subList(0, INSTANCES / 2), 10);
    GATEWAY.killHub();
    send.send(files.subList(INSTANCES / 2, INSTANCES), 10);
    GATEWAY.startHub();
    sendSamples();

    send.verify(GATEWAY.folder("returned"), STUDY);
    Set<String> packed = new TreeSet<>();
    for (Path pack : BUCKET.packs()) {
      packed.addAll(verify(pack));
    }
    assertThat(packed).containsAll(files.stream().map(InstanceFile::sopInstance).toList());
    assertThat(packed.size()).isGreaterThan(INSTANCES);
  }

  private static void sendSamples() throws Exception {
    Path samples = GATEWAY.folder("samples");
    SampleStudies.write(samples, SampleStudies.DEFAULT_COUNT, _ -> {});
    List<InstanceFile> files = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(samples)) {
      for (Path file : tree.filter(Files::isRegularFile).toList()) {
        files.add(InstanceFile.read(file));
      }
    }
    assertThat(GATEWAY.send(files)).allMatch(Outcome::isSent);
    GATEWAY.awaitDelivered();
  }

  /** Tests a pack by unzip, and its entries by dcmdump; returns their SOP Instance UIDs. */
  private static List<String> verify(Path pack) throws Exception {
    Command test = Command.run("unzip", "-t", pack.toString());
    assertThat(test.exitCode()).as(test.output()).isZero();
    Path folder = GATEWAY.folder("unzipped/" + pack.getFileName());
    Command unzip = Command.run("unzip", "-q", pack.toString(), "-d", folder.toString());
    assertThat(unzip.exitCode()).as(unzip.output()).isZero();
    List<String> instances = new ArrayList<>();
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path entry : tree.filter(file -> file.toString().endsWith(".dcm")).toList()) {
        String instance = entry.getFileName().toString().replace(".dcm", "");
        Command dump = Command.run("dcmdump", "-q", "+P", "0008,0018", entry.toString());
        assertThat(dump.exitCode()).as(dump.output()).isZero();
        assertThat(dump.output()).contains(instance);
        instances.add(instance);
      }
    }
    return instances;
  }
}
