package org.dicomgateway.dicom.part10;

import java.io.IOException;
import java.util.Optional;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.ByteSource;
import org.dicomgateway.dicom.encoding.DataSetReader;
import org.dicomgateway.dicom.encoding.DicomParseException;

/**
 * What stands before a data set in a file, or what its absence leaves to be guessed.
 *
 * @param fileMetaInformation group 0002; empty if there is none
 * @param transferSyntax named or guessed
 */
record FileStart(Attributes fileMetaInformation, TransferSyntax transferSyntax) {
  private static final int META_GROUP = 0x0002;
  private static final int PREFIX_AT = FileMetaInformation.PREAMBLE_LENGTH;
  private static final int PREFIX_END = PREFIX_AT + FileMetaInformation.PREFIX.length;

  /** Highest group that a data set without header may begin with; most begin with 0008. */
  private static final int HIGHEST_FIRST_GROUP = 0x0040;

  /** Leaves the source at the first byte of the data set. */
  static FileStart read(ByteSource in) throws IOException {
    if (!in.has(1)) {
      throw new DicomParseException(0, 0, "file is empty");
    }
    skipPreamble(in);
    Attributes meta = readMeta(in);
    Optional<String> named = meta.string(Tag.TransferSyntaxUID);
    return new FileStart(meta, TransferSyntax.of(named.isPresent() ? named.get() : seenSyntax(in)));
  }

  /** "DICM" counts only where it cannot be part of a value (PS3.10 §7.1). */
  private static void skipPreamble(ByteSource in) throws IOException {
    if (in.has(PREFIX_END + 2)
        && isPrefix(in, PREFIX_AT)
        && (isMeta(in, PREFIX_END) || in.peekInt(0, false) == 0)) {
      in.skip(PREFIX_END);
    } else if (in.has(6) && isPrefix(in, 0)) {
      in.skip(FileMetaInformation.PREFIX.length);
    }
  }

  private static boolean isPrefix(ByteSource in, int at) {
    for (int i = 0; i < FileMetaInformation.PREFIX.length; i++) {
      if (in.peek(at + i) != FileMetaInformation.PREFIX[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean isMeta(ByteSource in, int at) {
    return in.peekShort(at, false) == META_GROUP;
  }

  /** By the group of its tags, never by the group length: that is often missing or wrong. */
  private static Attributes readMeta(ByteSource in) throws IOException {
    if (!in.has(2) || !isMeta(in, 0)) {
      return new Attributes();
    }
    return DataSetReader.readGroup(in, TransferSyntax.of(UID.ExplicitVRLittleEndian), META_GROUP);
  }

  private static String seenSyntax(ByteSource in) throws IOException {
    if (!in.has(8)) {
      return UID.ImplicitVRLittleEndian;
    }
    boolean bigEndian = in.peekShort(0, true) <= HIGHEST_FIRST_GROUP;
    if (!bigEndian && in.peekShort(0, false) > HIGHEST_FIRST_GROUP) {
      throw new DicomParseException(
          in.position(), in.peekTag(0, false), "neither a DICOM file nor a data set begins");
    }
    boolean explicit = VR.of(in.peek(4), in.peek(5)).isPresent();
    if (bigEndian) {
      return UID.ExplicitVRBigEndian;
    }
    return explicit ? UID.ExplicitVRLittleEndian : UID.ImplicitVRLittleEndian;
  }
}
