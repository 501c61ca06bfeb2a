package org.dicomgateway.hub.reading;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.hub.index.IndexedInstance;
import org.dicomgateway.storage.ObjectStore;

/** An instance's bytes in its pack. Every call is one ranged read of the object store. */
record StoredBytes(ObjectStore store, IndexedInstance instance) implements ByteSource {
  /** More than any File Meta Information takes; what has to be there to find its end. */
  private static final int HEADER_LIMIT = 1 << 16;

  /** The whole Part 10 file. */
  InputStream open() throws IOException {
    return store.read(instance.packKey(), instance.offset(), instance.length());
  }

  @Override
  public InputStream read(ByteRange range) throws IOException {
    if (TransferSyntax.of(instance.transferSyntaxUid()).deflated()) {
      return inflated(range);
    }
    if (range.end() > instance.length()) {
      throw new EOFException(
          "instance %s has %d bytes, but %d to %d are wanted"
              .formatted(
                  instance.sopInstanceUid(), instance.length(), range.offset(), range.end()));
    }
    return store.read(instance.packKey(), instance.offset() + range.offset(), range.length());
  }

  /** A deflated data set has no ranges: it is inflated from its start (PS3.5 §A.5). */
  private InputStream inflated(ByteRange range) throws IOException {
    BufferedInputStream file = new BufferedInputStream(open(), HEADER_LIMIT);
    try {
      file.mark(HEADER_LIMIT);
      long start = Part10.read(file, new ReadOptions(0, 0x00080000)).dataSetOffset();
      file.reset();
      file.skipNBytes(start);
      InputStream dataSet = new InflaterInputStream(file, new Inflater(true));
      dataSet.skipNBytes(range.offset() - start);
      return new LimitedInputStream(dataSet, range.length());
    } catch (IOException e) {
      file.close();
      throw e;
    }
  }
}
