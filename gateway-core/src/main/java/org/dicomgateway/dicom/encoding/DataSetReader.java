package org.dicomgateway.dicom.encoding;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.Inflater;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.dictionary.TransferSyntax;

/**
 * Reads a data set from a stream (PS3.5 §7).
 *
 * <p>Memory is bounded by what the stream really holds and by {@link #MEMORY_LIMIT}, whatever its
 * lengths claim. What real senders do wrong and what can be understood nevertheless is read: a data
 * set in implicit VR or the other byte order than its transfer syntax says, implicit items in
 * explicit data, missing or superfluous delimiters, odd lengths, tags out of order or twice (the
 * last one counts), representations that are unknown or missing.
 */
public final class DataSetReader {
  /** Deepest nesting of sequences; what is deeper is refused, so that users may recurse. */
  public static final int MAX_DEPTH = 128;

  /** Bytes of the heap that one data set may take, roughly counted; what takes more is refused. */
  public static final long MEMORY_LIMIT = 128L << 20;

  /**
   * What could be read of a data set.
   *
   * @param attributes all elements before the damage, those of unfinished sequences included; a
   *     value over the inline limit that is cut off has the range that is there
   * @param damage what ended the reading early; empty if the data set is whole
   */
  public record Reading(Attributes attributes, Optional<DicomParseException> damage) {
    /**
     * The whole data set.
     *
     * @throws DicomParseException the damage, if there is any
     */
    public Attributes orThrow() throws DicomParseException {
      if (damage.isPresent()) {
        throw damage.get();
      }
      return attributes;
    }
  }

  private DataSetReader() {}

  /**
   * Reads to the end of the stream or to {@code options.stopBefore()}; takes more bytes from the
   * stream than it needs then.
   *
   * @param position position of the stream's next byte in its file: offsets and errors count from
   *     there
   * @throws DicomParseException where the bytes are no data set
   */
  public static Attributes read(
      InputStream stream, TransferSyntax syntax, long position, ReadOptions options)
      throws IOException {
    return readLeniently(new ByteSource(stream, position), syntax, options).orThrow();
  }

  /**
   * Reads as far as the bytes are a data set, so that a damaged one can still be identified.
   *
   * @throws IOException if the stream cannot be read; never for what it holds
   */
  public static Reading readLeniently(ByteSource in, TransferSyntax syntax, ReadOptions options)
      throws IOException {
    if (!syntax.deflated()) {
      return parse(in, syntax, options);
    }
    Inflater inflater = new Inflater(true);
    try {
      InputStream inflated = new InflatedInputStream(in.rest(), inflater);
      return parse(new ByteSource(inflated, in.position()), syntax, options);
    } finally {
      inflater.end();
    }
  }

  /**
   * Reads the elements of one group into memory, as of File Meta Information (PS3.10 §7.1), and
   * leaves the source at the first byte behind them.
   *
   * @throws DicomParseException where the bytes are no such elements
   */
  public static Attributes readGroup(ByteSource in, TransferSyntax syntax, int group)
      throws IOException {
    return new DataSetParser(in, ReadOptions.EVERYTHING, tag -> tag >>> 16 != group)
        .parse(DataSetEncoding.of(syntax))
        .orThrow();
  }

  private static Reading parse(ByteSource in, TransferSyntax syntax, ReadOptions options)
      throws IOException {
    return new DataSetParser(
            in,
            options.inlineLimit(),
            tag -> Integer.compareUnsigned(tag, options.stopBefore()) >= 0)
        .parse(DataSetEncoding.of(syntax));
  }
}
