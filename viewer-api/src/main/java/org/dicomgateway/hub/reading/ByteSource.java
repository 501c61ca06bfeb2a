package org.dicomgateway.hub.reading;

import java.io.IOException;
import java.io.InputStream;
import org.dicomgateway.dicom.data.ByteRange;

/** Where the bytes of one instance come from; ranges count from its Part 10 file's first byte. */
@FunctionalInterface
interface ByteSource {
  /** The caller closes the stream, which ends behind the range. */
  InputStream read(ByteRange range) throws IOException;
}
