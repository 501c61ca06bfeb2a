package org.dicomgateway.pack;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import org.dicomgateway.dicom.data.ByteRange;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a pack by byte ranges: two reads, of its end and of its metadata, tell all that an index
 * needs (one more if the manifest is large). Thread-safe if its source is.
 */
public final class PackReader {
  static final String METADATA = "metadata.json";
  static final String MANIFEST = "manifest.json";

  private static final long LONGEST_JSON = 1L << 28;

  /** Deflate makes no more than this of a byte; what claims more is not to be given memory. */
  private static final int MOST_DEFLATED = 1032;

  /** Where a pack's bytes come from: a file, or an object in a store. */
  @FunctionalInterface
  public interface RangeSource {
    /** The caller closes the stream. */
    InputStream read(long offset, long length) throws IOException;
  }

  private final RangeSource source;
  private final ZipDirectory directory;
  private final PackManifest manifest;

  private PackReader(RangeSource source, ZipDirectory directory, PackManifest manifest) {
    this.source = source;
    this.directory = directory;
    this.manifest = manifest;
  }

  /**
   * Reads the pack's end.
   *
   * @throws IOException with what is wrong, if the bytes are no pack
   */
  public static PackReader open(RangeSource source, long length) throws IOException {
    Tail tail = new Tail(source, length);
    ZipDirectory directory = ZipDirectory.read(tail);
    ZipHeaders.Entry entry = directory.entries().get(MANIFEST);
    if (entry == null || !directory.entries().containsKey(METADATA)) {
      throw new IOException("a ZIP file, but no pack: manifest.json or metadata.json is missing");
    }
    byte[] json = content(tail.from(entry.offset()), entry);
    PackManifest manifest;
    try {
      manifest = PackJson.MAPPER.readValue(json, PackManifest.class);
    } catch (JacksonException e) {
      throw new IOException("manifest.json: " + e.getOriginalMessage(), e);
    }
    check(manifest, length);
    return new PackReader(source, directory, manifest);
  }

  private static void check(PackManifest manifest, long length) throws IOException {
    if (manifest.formatVersion() != PackManifest.FORMAT_VERSION) {
      throw new IOException(
          "pack format version %d; this release reads %d"
              .formatted(manifest.formatVersion(), PackManifest.FORMAT_VERSION));
    }
    if (manifest.packId() == null
        || manifest.site() == null
        || manifest.studyInstanceUid() == null
        || manifest.created() == null
        || manifest.instances() == null
        || manifest.instances().isEmpty()) {
      throw new IOException("manifest.json lacks pack id, site, study, creation time or instances");
    }
    for (PackedInstance instance : manifest.instances()) {
      if (!instance.isWhole()
          || instance.offset() < 0
          || instance.length() < 0
          || instance.offset() > length - instance.length()) {
        throw new IOException(
            "manifest.json: instance %s lacks a field or lies outside of the pack"
                .formatted(instance.sopInstanceUid()));
      }
    }
  }

  public PackManifest manifest() {
    return manifest;
  }

  /** DICOM JSON objects (UTF-8), in the order of the manifest's instances. */
  public List<byte[]> metadata() throws IOException {
    ZipHeaders.Entry entry = directory.entries().get(METADATA);
    long headers = ZipHeaders.LOCAL_HEADER_LENGTH + METADATA.length();
    byte[] bytes = readFully(source, entry.offset(), headers + entry.compressed());
    byte[] json = content(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN), entry);
    try {
      return objects(json);
    } catch (JacksonException e) {
      throw new IOException("metadata.json: " + e.getOriginalMessage(), e);
    }
  }

  private List<byte[]> objects(byte[] json) throws IOException {
    List<byte[]> objects = new ArrayList<>();
    try (JsonParser parser = PackJson.MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException("metadata.json is no array");
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        int start = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int end = (int) parser.currentLocation().getByteOffset();
        objects.add(Arrays.copyOfRange(json, start, end));
      }
    }
    if (objects.size() != manifest.instances().size()) {
      throw new IOException(
          "metadata.json tells of %d instances, manifest.json of %d"
              .formatted(objects.size(), manifest.instances().size()));
    }
    return objects;
  }

  /** The Part 10 file of an instance; the caller closes. */
  public InputStream open(PackedInstance instance) throws IOException {
    return source.read(instance.offset(), instance.length());
  }

  /** Part of an instance's Part 10 file; the caller closes. */
  public InputStream open(PackedInstance instance, ByteRange range) throws IOException {
    long offset = Math.min(range.offset(), instance.length());
    long length = Math.min(range.length(), instance.length() - offset);
    return source.read(instance.offset() + offset, length);
  }

  /**
   * Checks that the ZIP directory has an instance where the manifest says, so that any unzip finds
   * the same bytes.
   *
   * @param crc32 of the instance's Part 10 file
   * @throws IOException with what is wrong
   */
  public void checkEntry(PackedInstance instance, int crc32) throws IOException {
    String stem = instance.seriesInstanceUid() + "/" + instance.sopInstanceUid() + ".";
    for (ZipHeaders.Entry entry : directory.entries().values()) {
      if (entry.name().startsWith(stem) && startOf(entry) == instance.offset()) {
        if (entry.method() == ZipEntry.STORED
            && entry.size() == instance.length()
            && entry.compressed() == instance.length()
            && entry.crc32() == crc32) {
          return;
        }
        throw new IOException(entry.name() + ": ZIP directory and content do not match");
      }
    }
    throw new IOException("no ZIP entry " + stem + "dcm where the manifest says");
  }

  /** Where an entry's content begins, by the lengths that its own header tells. */
  private long startOf(ZipHeaders.Entry entry) throws IOException {
    byte[] header = readFully(source, entry.offset(), ZipHeaders.LOCAL_HEADER_LENGTH);
    ByteBuffer bytes = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes.getInt(0) != ZipHeaders.LOCAL_HEADER) {
      throw new IOException(entry.name() + ": no ZIP entry where the directory says");
    }
    return entry.offset()
        + ZipHeaders.LOCAL_HEADER_LENGTH
        + Short.toUnsignedInt(bytes.getShort(26))
        + Short.toUnsignedInt(bytes.getShort(28));
  }

  /** An entry's content, from a buffer that begins with its local header. */
  private static byte[] content(ByteBuffer bytes, ZipHeaders.Entry entry) throws IOException {
    if (bytes.remaining() < ZipHeaders.LOCAL_HEADER_LENGTH
        || bytes.getInt(0) != ZipHeaders.LOCAL_HEADER) {
      throw new IOException(entry.name() + ": no ZIP entry where the directory says");
    }
    int start =
        ZipHeaders.LOCAL_HEADER_LENGTH
            + Short.toUnsignedInt(bytes.getShort(26))
            + Short.toUnsignedInt(bytes.getShort(28));
    if (start + entry.compressed() > bytes.limit()
        || entry.size() < 0
        || entry.size() > LONGEST_JSON
        || entry.size() > entry.compressed() * MOST_DEFLATED) {
      throw new IOException(entry.name() + ": ends early, or is too large");
    }
    byte[] content = new byte[(int) entry.compressed()];
    bytes.get(start, content);
    if (entry.method() == ZipEntry.DEFLATED) {
      content = inflate(content, entry);
    }
    CRC32 crc = new CRC32();
    crc.update(content);
    if ((int) crc.getValue() != entry.crc32()) {
      throw new IOException(entry.name() + ": checksum does not match");
    }
    return content;
  }

  private static byte[] inflate(byte[] deflated, ZipHeaders.Entry entry) throws IOException {
    byte[] content = new byte[(int) entry.size()];
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(deflated);
      int length = 0;
      while (length < content.length) {
        int more = inflater.inflate(content, length, content.length - length);
        if (more == 0) {
          throw new IOException(entry.name() + ": deflated data ends early");
        }
        length += more;
      }
    } catch (DataFormatException e) {
      throw new IOException(entry.name() + ": " + e.getMessage(), e);
    }
    return content;
  }

  private static byte[] readFully(RangeSource source, long offset, long length) throws IOException {
    if (length > Integer.MAX_VALUE - 8) {
      throw new IOException("more JSON than can be read: " + length + " bytes");
    }
    try (InputStream in = source.read(offset, length)) {
      byte[] bytes = in.readNBytes((int) length);
      if (bytes.length < length) {
        throw new EOFException(
            "the pack ends at byte %d, before byte %d"
                .formatted(offset + bytes.length, offset + length));
      }
      return bytes;
    }
  }

  /** The end of a pack, read once and again only if more of it is asked for. */
  static final class Tail {
    private final RangeSource source;
    private final long fileLength;
    private byte[] bytes = new byte[0];

    Tail(RangeSource source, long fileLength) {
      this.source = source;
      this.fileLength = fileLength;
    }

    long fileLength() {
      return fileLength;
    }

    /** The last bytes of the file. */
    ByteBuffer last(long length) throws IOException {
      if (length > bytes.length) {
        bytes = readFully(source, fileLength - length, length);
      }
      return ByteBuffer.wrap(bytes, bytes.length - (int) length, (int) length)
          .slice()
          .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Everything from an offset to the end of the file. */
    ByteBuffer from(long offset) throws IOException {
      return last(fileLength - offset);
    }
  }
}
