package org.dicomgateway.hub.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.part10.FrameTable;

/** Frames of encapsulated pixel data (PS3.5 §A.4) as the code streams they are stored as. */
record EncapsulatedFrames(ByteSource source, FrameTable.Encapsulated table) implements FrameSource {

  @Override
  public InputStream open(int frame) throws IOException {
    InputStream bytes = source.read(table.range(frame));
    List<ByteRange> fragments = table.frames().get(frame - 1);
    return fragments.size() == 1 ? bytes : new FragmentStream(bytes, fragments);
  }
}
