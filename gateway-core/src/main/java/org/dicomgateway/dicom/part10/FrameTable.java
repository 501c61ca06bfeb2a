package org.dicomgateway.dicom.part10;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.Value;

/** Where each frame of an instance lies in its Part 10 file. */
public sealed interface FrameTable {

  /** An instance without pixel data that can be told apart into frames. */
  FrameTable NONE = new Native(0, 0, 0);

  /** The elements that pixels may be in, of which an image has one (PS3.3 §C.7.6.3). */
  List<Integer> PIXEL_DATA = List.of(Tag.PixelData, Tag.FloatPixelData, Tag.DoubleFloatPixelData);

  /**
   * Finds the frames of a file. Frames that are not there to their end are left out; what cannot be
   * told apart into frames has {@link #NONE}. Video, being one stream, counts as one frame. Of a
   * deflated file the ranges count as {@link org.dicomgateway.dicom.data.Value.BulkData} says.
   *
   * @param part10 read beyond its pixel data, which was left in the file
   * @param file where offset tables and beginnings of fragments can be looked into; not read for
   *     native pixel data
   */
  static FrameTable of(Part10 part10, BulkDataSource file) throws IOException {
    for (int tag : PIXEL_DATA) {
      Optional<Element> pixelData = part10.dataSet().element(tag);
      if (pixelData.isPresent()) {
        return switch (pixelData.get().value()) {
          case Value.BulkData bulkData -> NativeFrames.of(part10.dataSet(), bulkData.range());
          case Value.Fragments fragments -> EncapsulatedFrames.of(part10, fragments, file);
          default -> NONE;
        };
      }
    }
    return NONE;
  }

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
