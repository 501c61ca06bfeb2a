package org.dicomgateway.dicom.encoding;

import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.VR;

/** A data set, item or sequence that was begun and has not ended yet. */
sealed interface Level {
  /** First byte behind it; {@link Long#MAX_VALUE} if only the end of the stream ends it. */
  long end();

  /** How elements in it are encoded. */
  DataSetEncoding encoding();

  /** Whether a delimiter ends it before {@link #end}. */
  boolean delimited();

  /** The data set itself, or an item of a sequence. */
  record DataSet(Attributes attributes, DataSetEncoding encoding, long end, boolean delimited)
      implements Level {}

  /** A sequence; its items are added as they end. */
  record Sequence(
      int tag,
      Attributes around,
      List<Attributes> items,
      DataSetEncoding encoding,
      long end,
      boolean delimited)
      implements Level {
    Sequence(ElementHeader header, Attributes around, DataSetEncoding encoding, long end) {
      this(header.tag(), around, new ArrayList<>(), encoding, end, header.hasUndefinedLength());
    }

    /** Only binary values come in fragments; else an undefined length is that of a sequence. */
    static boolean begins(VR vr, ElementHeader header) {
      boolean fragments = vr.kind() == VR.Kind.BINARY && vr != VR.UN;
      return vr == VR.SQ || header.hasUndefinedLength() && !fragments;
    }
  }
}
