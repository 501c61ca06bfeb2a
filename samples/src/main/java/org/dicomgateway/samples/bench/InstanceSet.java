package org.dicomgateway.samples.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.generator.SampleStudies;

/**
 * CT instances to send, as many as are asked for: those of a folder, or a generated series, and
 * from there on copies of them with identifiers of their own.
 *
 * @param files in the order of sending
 * @param bytes of all files
 */
record InstanceSet(List<Path> files, long bytes) {

  /** The first of this set, for warming up, and the others. */
  record Split(InstanceSet warmUp, InstanceSet measured) {}

  /**
   * Writes a set.
   *
   * @param studies folder of CT images; null for generated ones
   * @param target where to write
   */
  static InstanceSet write(Path studies, int count, Path target) throws IOException {
    List<Path> originals = originals(studies, target.resolve("originals"));
    Path copies = Files.createDirectories(target.resolve("instances"));
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file = copies.resolve("%05d.dcm".formatted(i));
      copy(originals.get(i % originals.size()), i / originals.size(), i, _ -> {}, file);
      files.add(file);
    }
    return of(files);
  }

  /**
   * Writes a set that is one study of one patient, whatever its images come from.
   *
   * @param name tells studies apart
   */
  static InstanceSet writeStudy(Path studies, int count, Path target, String name)
      throws IOException {
    List<Path> originals = originals(studies, target.resolve("originals"));
    Path copies = Files.createDirectories(target.resolve(name));
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Path file = copies.resolve("%05d.dcm".formatted(i));
      copy(originals.get(i % originals.size()), i / originals.size(), i, of(name), file);
      files.add(file);
    }
    return of(files);
  }

  /** Study Instance UID of a study written by that name. */
  static String studyUid(String name) {
    return uid("study " + name);
  }

  private static Consumer<Attributes> of(String study) {
    return dataSet -> {
      dataSet.setString(Tag.StudyInstanceUID, VR.UI, studyUid(study));
      dataSet.setString(Tag.PatientID, VR.LO, study);
      dataSet.setString(Tag.PatientName, VR.PN, "BENCH^" + study);
      dataSet.setString(Tag.AccessionNumber, VR.SH, "");
      for (int tag : List.of(Tag.SeriesInstanceUID, Tag.SOPInstanceUID)) {
        dataSet.setString(tag, VR.UI, uid(study + dataSet.string(tag).orElse("")));
      }
    };
  }

  private static List<Path> originals(Path studies, Path generated) throws IOException {
    Path folder = studies;
    if (studies == null) {
      SampleStudies.write(generated, 1, _ -> {});
      folder = generated;
    }
    List<Path> images = new ArrayList<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).sorted().toList()) {
        if (isCt(file)) {
          images.add(file);
        }
      }
    }
    if (images.isEmpty()) {
      throw new IOException("no uncompressed CT image in " + folder);
    }
    return images;
  }

  private static boolean isCt(Path file) {
    try {
      Part10 head = Part10.read(file, new ReadOptions(64, Tag.StudyDate));
      return !head.transferSyntax().encapsulated()
          && head.dataSet().string(Tag.SOPClassUID).filter(UID.CTImageStorage::equals).isPresent();
    } catch (IOException e) {
      return false; // folders hold other files too
    }
  }

  private static void copy(
      Path original, int series, int number, Consumer<Attributes> change, Path file)
      throws IOException {
    Part10 part10 = Part10.read(original, ReadOptions.IN_MEMORY);
    Attributes dataSet = part10.dataSet();
    String seriesUid = dataSet.string(Tag.SeriesInstanceUID).orElse("");
    dataSet.setString(Tag.SeriesInstanceUID, VR.UI, uid(seriesUid + " copy " + series));
    String name = "instance " + number + " of " + original.getFileName();
    dataSet.setString(Tag.SOPInstanceUID, VR.UI, uid(name));
    change.accept(dataSet);
    String sopUid = dataSet.string(Tag.SOPInstanceUID).orElseThrow();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(Part10.header(UID.CTImageStorage, sopUid, part10.transferSyntax().uid()));
      DataSetWriter.write(dataSet, part10.transferSyntax(), out);
    }
  }

  /** The same text always has the same UID (PS3.5 §B.2). */
  private static String uid(String text) {
    UUID uuid = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
  }

  private static InstanceSet of(List<Path> files) throws IOException {
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    return new InstanceSet(List.copyOf(files), bytes);
  }

  /** Sends all by our own software, as the modality of an AE title. */
  void send(String aeTitle, ApplicationEntity receiver, int associations)
      throws IOException, InterruptedException {
    List<InstanceFile> instances = new ArrayList<>();
    for (Path file : files) {
      instances.add(InstanceFile.read(file));
    }
    send(instances, aeTitle, receiver, associations);
  }

  /**
   * Likewise instances that were read before.
   *
   * @return {@link System#nanoTime} of the last C-STORE-RSP
   * @throws IOException if an instance was not taken
   */
  static long send(
      List<InstanceFile> instances, String aeTitle, ApplicationEntity receiver, int associations)
      throws IOException, InterruptedException {
    AtomicLong last = new AtomicLong();
    Queue<Outcome> failures = new ConcurrentLinkedQueue<>();
    new InstanceSender(new AssociationRequestor(aeTitle, Timeouts.DEFAULT), receiver, associations)
        .send(
            instances,
            outcome -> {
              last.set(System.nanoTime());
              if (!outcome.isSent()) {
                failures.add(outcome);
              }
            });
    if (!failures.isEmpty()) {
      throw new IOException(failures.size() + " instances failed, the first: " + failures.peek());
    }
    return last.get();
  }

  Split split(int warmUp) throws IOException {
    return new Split(of(files.subList(0, warmUp)), of(files.subList(warmUp, files.size())));
  }

  /** Equal shares, one for each sender. */
  List<List<Path>> shares(int count) {
    List<List<Path>> shares = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      shares.add(files.subList(files.size() * i / count, files.size() * (i + 1) / count));
    }
    return shares;
  }
}
