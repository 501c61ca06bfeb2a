package org.dicomgateway.dicom.encoding;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.zip.ZipException;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;

/**
 * Makes elements of bytes. Open sequences and items stand on a stack of our own, so that no nesting
 * can overflow the thread's.
 */
final class DataSetParser {
  /** Only command sets have elements of it (PS3.7 §6.3.1); zeros behind a data set look alike. */
  private static final int COMMAND_GROUP = 0x0000;

  private final ByteSource in;
  private final IntPredicate end;
  private final ValueReader values;
  private final MemoryBudget budget = new MemoryBudget();
  private final Deque<Level> levels = new ArrayDeque<>();
  private int tag;

  /**
   * @param inlineLimit bytes; longer binary values are left in the source
   * @param end whether a tag of the data set itself is not to be read any more
   */
  DataSetParser(ByteSource in, long inlineLimit, IntPredicate end) {
    this.in = in;
    this.end = end;
    this.values = new ValueReader(in, inlineLimit, budget);
  }

  /** Reads to the end or to the first error, which is returned with what was read before it. */
  DataSetReader.Reading parse(DataSetEncoding encoding) throws IOException {
    Attributes dataSet = new Attributes();
    try {
      DataSetEncoding seen = encoding.seenInDataSet(in);
      levels.push(new Level.DataSet(dataSet, seen, Long.MAX_VALUE, false));
      while (next()) {}
      return new DataSetReader.Reading(dataSet, Optional.empty());
    } catch (DicomParseException damage) {
      return new DataSetReader.Reading(dataSet, Optional.of(damage));
    } catch (ZipException e) {
      String reason = "deflated data is corrupt: " + e.getMessage();
      return new DataSetReader.Reading(
          dataSet, Optional.of(new DicomParseException(in.position(), tag, reason)));
    } finally {
      while (levels.size() > 1) {
        close();
      }
    }
  }

  /** Takes one header and its value; false when the data set is complete. */
  private boolean next() throws IOException {
    while (in.position() >= levels.peek().end()) {
      close();
    }
    return switch (levels.peek()) {
      case Level.DataSet dataSet -> nextElement(dataSet);
      case Level.Sequence sequence -> nextItem(sequence);
    };
  }

  private boolean nextElement(Level.DataSet level) throws IOException {
    if (levels.size() == 1 && endsBefore(level)) {
      return false;
    }
    ElementHeader header = ElementHeader.read(in, level.encoding(), level.attributes());
    if (header.tag() >>> 16 == COMMAND_GROUP && tag >>> 16 != COMMAND_GROUP) {
      throw error(header, "what follows is no data set any more");
    }
    tag = header.tag();
    switch (tag) {
      case Tag.ItemDelimitationItem -> endItem(header);
      case Tag.SequenceDelimitationItem -> endSequenceWithinItem(header);
      case Tag.Item -> throw error(header, "item outside a sequence");
      default -> value(header, level);
    }
    return true;
  }

  private boolean endsBefore(Level.DataSet level) throws IOException {
    if (!in.has(1)) {
      return true;
    }
    return in.has(4) && end.test(in.peekTag(0, level.encoding().bigEndian()));
  }

  private void value(ElementHeader header, Level.DataSet level) throws IOException {
    budget.take(MemoryBudget.OVERHEAD, header);
    long end = header.hasUndefinedLength() ? level.end() : in.position() + header.length();
    if (end > level.end()) {
      throw error(
          header,
          "value of %d bytes overruns its item, which ends at byte %d,"
              .formatted(header.length(), level.end()));
    }
    VR vr = values.understood(header, level);
    if (Level.Sequence.begins(vr, header)) {
      open(header, level, end);
    } else {
      values.read(header.as(vr), level.encoding(), level.attributes());
    }
  }

  private void open(ElementHeader header, Level.DataSet level, long end)
      throws DicomParseException {
    if (levels.size() > 2 * DataSetReader.MAX_DEPTH) {
      throw error(header, "sequences are nested more than " + DataSetReader.MAX_DEPTH + " deep");
    }
    // PS3.5 §6.2.2: whatever is in an element of unknown representation is implicit VR.
    DataSetEncoding encoding =
        header.vr() == VR.UN ? DataSetEncoding.IMPLICIT_LITTLE_ENDIAN : level.encoding();
    levels.push(new Level.Sequence(header, level.attributes(), encoding, end));
  }

  private boolean nextItem(Level.Sequence level) throws IOException {
    if (!in.has(1) && level.end() == Long.MAX_VALUE) {
      throw new DicomParseException(in.position(), level.tag(), "data ends within a sequence");
    }
    ElementHeader header = ElementHeader.readItem(in, level.encoding());
    switch (header.tag()) {
      case Tag.Item -> openItem(header, level);
      case Tag.SequenceDelimitationItem -> endSequence(level);
      default -> throw error(header, "sequence holds something that is no item");
    }
    return true;
  }

  private void openItem(ElementHeader header, Level.Sequence level) throws IOException {
    budget.take(MemoryBudget.OVERHEAD, header);
    // Where lengths of item and sequence contradict, the item's is right more often.
    long end = header.hasUndefinedLength() ? level.end() : in.position() + header.length();
    DataSetEncoding encoding =
        header.length() == 0 ? level.encoding() : level.encoding().seenInItem(in, end);
    levels.push(
        new Level.DataSet(
            new Attributes(level.around()), encoding, end, header.hasUndefinedLength()));
  }

  /** A delimiter behind an item of known length is wrong but harmless. */
  private void endItem(ElementHeader header) throws DicomParseException {
    if (levels.size() == 1) {
      throw error(header, "item delimitation outside a sequence");
    }
    if (levels.peek().delimited()) {
      close();
    }
  }

  /** Some writers leave out the delimiter of a sequence's last item. */
  private void endSequenceWithinItem(ElementHeader header) throws DicomParseException {
    if (levels.size() == 1 || !levels.peek().delimited()) {
      throw error(header, "sequence delimitation outside a sequence");
    }
    close();
    close();
  }

  private void endSequence(Level.Sequence level) {
    if (level.delimited()) {
      close();
    }
  }

  /** Puts the innermost item or sequence into what is around it. */
  private void close() {
    Level closed = levels.pop();
    switch (closed) {
      case Level.DataSet item -> ((Level.Sequence) levels.peek()).items().add(item.attributes());
      case Level.Sequence sequence ->
          sequence
              .around()
              .put(new Element(sequence.tag(), VR.SQ, new Value.Sequence(sequence.items())));
    }
  }

  private static DicomParseException error(ElementHeader header, String reason) {
    return new DicomParseException(header.position(), header.tag(), reason);
  }
}
