package org.dicomgateway.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;

/**
 * The bytes of a pack, laid out before one is written: the same arguments give the same bytes, so
 * that sending can go on at any byte, also after a restart, without a copy on disk. Immutable and
 * thread-safe as long as the instances' files stay as they are.
 */
public final class PackLayout {

  /**
   * What goes into a pack.
   *
   * @param instance {@code offset} is ignored
   * @param file where the Part 10 file lies
   * @param fileOffset first byte of the Part 10 file within {@code file}
   * @param crc32 of the Part 10 file, as ZIP wants it
   * @param metadata DICOM JSON object of the instance as {@link PackMetadata} writes it
   */
  public record Content(
      PackedInstance instance, Path file, long fileOffset, int crc32, byte[] metadata) {}

  private final PackManifest manifest;
  private final List<Segment> segments;
  private final long length;

  private PackLayout(PackManifest manifest, List<Segment> segments, long length) {
    this.manifest = manifest;
    this.segments = segments;
    this.length = length;
  }

  /**
   * Lays a pack out.
   *
   * @param created to the second, between 1980 and 2107; finer parts are kept in the manifest only
   * @param contents at least one
   */
  public static PackLayout of(
      String packId,
      String site,
      String studyInstanceUid,
      Instant created,
      List<Content> contents) {
    if (contents.isEmpty()) {
      throw new IllegalArgumentException("a pack holds one instance at least");
    }
    Builder builder = new Builder(LocalDateTime.ofInstant(created, ZoneOffset.UTC));
    List<PackedInstance> instances = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Content content : contents) {
      instances.add(
          content.instance().at(builder.add(freeName(content.instance(), names), content)));
    }
    builder.add(PackReader.METADATA, metadata(contents), ZipEntry.DEFLATED);
    PackManifest manifest =
        new PackManifest(
            PackManifest.FORMAT_VERSION, packId, site, studyInstanceUid, created, instances);
    builder.add(PackReader.MANIFEST, PackJson.MAPPER.writeValueAsBytes(manifest), ZipEntry.STORED);
    builder.close();
    return new PackLayout(manifest, List.copyOf(builder.segments), builder.position);
  }

  private static String freeName(PackedInstance instance, Set<String> names) {
    String stem = instance.seriesInstanceUid() + "/" + instance.sopInstanceUid();
    String unique = stem + "." + instance.receivedAs().sha256().substring(0, 8) + ".dcm";
    if (!names.add(unique)) {
      throw new IllegalArgumentException("the same instance twice in one pack: " + stem);
    }
    String name = stem + ".dcm";
    return names.add(name) ? name : unique;
  }

  private static byte[] metadata(List<Content> contents) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    String before = "[\n";
    for (Content content : contents) {
      json.writeBytes(before.getBytes(StandardCharsets.US_ASCII));
      json.writeBytes(content.metadata());
      before = ",\n";
    }
    json.writeBytes("\n]\n".getBytes(StandardCharsets.US_ASCII));
    return json.toByteArray();
  }

  /** The manifest with every offset filled in. */
  public PackManifest manifest() {
    return manifest;
  }

  /** Bytes of the whole pack. */
  public long length() {
    return length;
  }

  /**
   * The pack's bytes from an offset on; the caller closes.
   *
   * @param offset from 0 to {@link #length()}
   */
  public InputStream open(long offset) throws IOException {
    if (offset < 0 || offset > length) {
      throw new IndexOutOfBoundsException("offset " + offset + " of " + length);
    }
    return new SegmentStream(segments, offset);
  }

  private static final class Builder {
    final List<Segment> segments = new ArrayList<>();
    final List<ZipHeaders.Entry> entries = new ArrayList<>();
    final LocalDateTime time;
    long position;

    Builder(LocalDateTime time) {
      this.time = time;
    }

    /** Adds an instance and returns the offset of its first byte. */
    long add(String name, Content content) {
      long size = content.instance().length();
      startEntry(
          new ZipHeaders.Entry(name, ZipEntry.STORED, content.crc32(), size, size, position));
      long offset = position;
      append(new Segment.InFile(content.file(), content.fileOffset(), size));
      return offset;
    }

    void add(String name, byte[] bytes, int method) {
      CRC32 crc = new CRC32();
      crc.update(bytes);
      byte[] stored = method == ZipEntry.DEFLATED ? deflate(bytes) : bytes;
      startEntry(
          new ZipHeaders.Entry(
              name, method, (int) crc.getValue(), stored.length, bytes.length, position));
      append(new Segment.InMemory(stored));
    }

    private void startEntry(ZipHeaders.Entry entry) {
      entries.add(entry);
      append(new Segment.InMemory(ZipHeaders.local(entry, time)));
    }

    private void append(Segment segment) {
      segments.add(segment);
      position += segment.length();
    }

    void close() {
      long directory = position;
      entries.forEach(entry -> append(new Segment.InMemory(ZipHeaders.central(entry, time))));
      append(new Segment.InMemory(ZipHeaders.end(entries.size(), directory, position - directory)));
    }

    private static byte[] deflate(byte[] bytes) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
          DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
        stream.write(bytes);
      } catch (IOException e) {
        throw new AssertionError("memory does not fail", e);
      }
      return out.toByteArray();
    }
  }
}
