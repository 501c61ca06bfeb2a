package org.dicomgateway.hub.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.input.BoundedInputStream;
import org.dicomgateway.codec.transcoding.FrameWorkers;
import org.dicomgateway.codec.transcoding.Restoration;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.hub.archive.Archive;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.pack.PackManifest;
import org.dicomgateway.pack.PackMetadata;
import org.dicomgateway.pack.PackReader;
import org.dicomgateway.pack.PackedInstance;
import org.dicomgateway.pack.UnidentifiedInstanceException;

/** Holds what a pack claims against its bytes. Reads every byte; keeps none. Thread-safe. */
final class PackVerifier {

  /**
   * @param sha256 of the whole pack
   * @param metadata DICOM JSON of the instances as the hub reads them, in the manifest's order
   */
  record Verified(PackManifest manifest, String sha256, List<byte[]> metadata) {}

  private PackVerifier() {}

  /**
   * @throws RejectedPackException with the instance and what is wrong with it
   */
  static Verified verify(UploadDescription upload, Path file) throws IOException {
    PackReader pack = open(file);
    PackManifest manifest = pack.manifest();
    require("site", manifest.site(), upload.site());
    require("pack id", manifest.packId(), upload.packId());
    requireKey(manifest);
    List<byte[]> metadata = new ArrayList<>();
    for (PackedInstance instance : manifest.instances()) {
      metadata.add(verify(pack, instance));
    }
    return new Verified(manifest, Archive.sha256(Files.newInputStream(file)), metadata);
  }

  private static PackReader open(Path file) throws IOException {
    try {
      return PackReader.open((offset, length) -> range(file, offset, length), Files.size(file));
    } catch (IOException e) {
      throw new RejectedPackException(e.getMessage());
    }
  }

  private static InputStream range(Path file, long offset, long length) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ).position(offset);
    return BoundedInputStream.builder()
        .setInputStream(Channels.newInputStream(channel))
        .setMaxCount(length)
        .get();
  }

  private static void require(String what, String claimed, String expected)
      throws RejectedPackException {
    if (!claimed.equals(expected)) {
      throw new RejectedPackException(
          "the manifest says %s %s, the upload is of %s".formatted(what, claimed, expected));
    }
  }

  private static void requireKey(PackManifest manifest) throws RejectedPackException {
    try {
      Archive.keyOf(manifest);
    } catch (IllegalArgumentException e) {
      throw new RejectedPackException(e.getMessage());
    }
  }

  private static byte[] verify(PackReader pack, PackedInstance instance) throws IOException {
    Part10 file;
    try (DigestedStream bytes = new DigestedStream(pack.open(instance))) {
      file = read(bytes, instance);
      bytes.drain();
      require(instance, "sha256", bytes.sha256(), instance.sha256());
      requireEntry(pack, instance, bytes.crc32());
    }
    verifyIdentity(pack.manifest(), instance, file);
    verifyFrames(pack, instance, file);
    verifyReceived(pack, instance);
    return PackMetadata.of(file.dataSet(), instance.transferSyntaxUid());
  }

  private static void requireEntry(PackReader pack, PackedInstance instance, int crc32)
      throws RejectedPackException {
    try {
      pack.checkEntry(instance, crc32);
    } catch (IOException e) {
      throw new RejectedPackException(instance, e.getMessage());
    }
  }

  /** Damaged instances are kept as they came, as long as they say which they are. */
  private static Part10 read(DigestedStream bytes, PackedInstance instance) throws IOException {
    try {
      // Not closed: the digest goes on behind what is read here.
      InputStream buffered = new BufferedInputStream(bytes, 1 << 16);
      return Part10.readLeniently(buffered, ReadOptions.WHOLE).part10();
    } catch (DicomParseException e) {
      throw new RejectedPackException(instance, "no Part 10 file: " + e.getMessage());
    }
  }

  private static void verifyIdentity(PackManifest manifest, PackedInstance instance, Part10 file)
      throws RejectedPackException {
    InstanceIdentity identity;
    try {
      identity = InstanceIdentity.of(file);
    } catch (UnidentifiedInstanceException e) {
      throw new RejectedPackException(instance, e.getMessage());
    }
    require(instance, "SOP Instance UID", identity.sopInstanceUid(), instance.sopInstanceUid());
    require(
        instance,
        "Series Instance UID",
        identity.seriesInstanceUid(),
        instance.seriesInstanceUid());
    require(
        instance, "Study Instance UID", identity.studyInstanceUid(), manifest.studyInstanceUid());
    require(instance, "SOP Class UID", identity.sopClassUid(), instance.sopClassUid());
    require(instance, "transfer syntax", file.transferSyntax().uid(), instance.transferSyntaxUid());
  }

  private static void verifyFrames(PackReader pack, PackedInstance instance, Part10 file)
      throws IOException {
    FrameTable frames = FrameTable.of(file, range -> pack.open(instance, range));
    if (!frames.equals(instance.frames())) {
      throw new RejectedPackException(
          instance,
          "its %d frames do not lie where the manifest says (%d frames)"
              .formatted(frames.frameCount(), instance.frames().frameCount()));
    }
  }

  /** What was transcoded has to come back as it was received, before the spoke may forget it. */
  private static void verifyReceived(PackReader pack, PackedInstance instance) throws IOException {
    if (instance.isTranscoded()) {
      requireRestored(pack, instance);
    } else {
      PackedInstance.Encoding received = instance.receivedAs();
      require(instance, "sha256 of what was received", instance.sha256(), received.sha256());
      require(
          instance,
          "transfer syntax of what was received",
          instance.transferSyntaxUid(),
          received.transferSyntaxUid());
    }
  }

  private static void requireRestored(PackReader pack, PackedInstance instance) throws IOException {
    boolean restored;
    try {
      restored =
          new Restoration(FrameWorkers.CALLER)
              .succeeds(
                  range -> pack.open(instance, range),
                  instance.length(),
                  instance.frames(),
                  instance.receivedAs().original());
    } catch (IOException | ArithmeticException e) {
      throw new RejectedPackException(instance, e.getMessage());
    }
    if (!restored) {
      throw new RejectedPackException(
          instance, "restored, it is not what was received: its sha256 is another");
    }
  }

  private static void require(PackedInstance instance, String what, String found, String claimed)
      throws RejectedPackException {
    if (!found.equals(claimed)) {
      throw RejectedPackException.differs(instance, what, found, claimed);
    }
  }
}
