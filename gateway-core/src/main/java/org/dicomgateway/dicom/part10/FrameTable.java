package org.dicomgateway.dicom.part10;

import java.util.List;
import org.dicomgateway.dicom.data.ByteRange;

/** Where each frame of an instance lies in its Part 10 file. */
public sealed interface FrameTable {

  /** An instance without pixel data that can be told apart into frames. */
  FrameTable NONE = new Native(0, 0, 0);

  /** Number of frames, from 0. */
  int frameCount();

  /**
   * Bytes of the file that hold a frame, item headers between its fragments included.
   *
   * @param frame from 1, as DICOM counts
   * @throws IndexOutOfBoundsException if there is no such frame
   */
  ByteRange range(int frame);

  /**
   * Native pixel data: frames of one length, one behind the other. Frames of single bits that do
   * not fill whole bytes are no such thing and have {@link #NONE}.
   */
  record Native(long offset, long frameLength, int frameCount) implements FrameTable {
    @Override
    public ByteRange range(int frame) {
      if (frame < 1 || frame > frameCount) {
        throw new IndexOutOfBoundsException("frame " + frame + " of " + frameCount);
      }
      return new ByteRange(offset + (frame - 1) * frameLength, frameLength);
    }
  }

  /**
   * Encapsulated pixel data.
   *
   * @param frames of each frame, its fragments' ranges without item headers
   */
  record Encapsulated(List<List<ByteRange>> frames) implements FrameTable {
    @Override
    public int frameCount() {
      return frames.size();
    }

    @Override
    public ByteRange range(int frame) {
      if (frame < 1 || frame > frames.size()) {
        throw new IndexOutOfBoundsException("frame " + frame + " of " + frames.size());
      }
      List<ByteRange> fragments = frames.get(frame - 1);
      long offset = fragments.getFirst().offset();
      return new ByteRange(offset, fragments.getLast().end() - offset);
    }
  }
}
