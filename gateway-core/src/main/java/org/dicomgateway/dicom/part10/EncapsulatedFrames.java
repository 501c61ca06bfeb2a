package org.dicomgateway.dicom.part10;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Value;

/** Finds frames of encapsulated pixel data (PS3.5 §A.4): which fragments are whose. */
final class EncapsulatedFrames {
  /** One stream of all frames (PS3.5 §8.2.5-8.2.13), which cannot be told apart into frames. */
  private static final Pattern VIDEO = Pattern.compile("1\\.2\\.840\\.10008\\.1\\.2\\.4\\.10\\d.*");

  private EncapsulatedFrames() {}

  static FrameTable of(Part10 part10, Value.Fragments pixelData, BulkDataSource source)
      throws IOException {
    List<ByteRange> fragments = pixelData.fragments();
    if (fragments.isEmpty()) {
      return FrameTable.NONE;
    }
    if (VIDEO.matcher(part10.transferSyntax().uid()).matches()) {
      return new FrameTable.Encapsulated(List.of(fragments));
    }
    int frames = FrameCount.claimed(part10.dataSet()).orElse(fragments.size());
    Optional<List<Integer>> starts =
        OffsetTable.starts(part10.dataSet(), pixelData, frames, source)
            .or(() -> startsWithoutTable(fragments.size(), frames));
    List<Integer> found =
        starts.isPresent() ? starts.get() : CodeStreams.starts(fragments, frames, source);
    return found.isEmpty() ? FrameTable.NONE : split(fragments, found);
  }

  /** One frame has all fragments, several have one each if there are not more; else unknown. */
  private static Optional<List<Integer>> startsWithoutTable(int fragments, int frames) {
    if (frames == 1) {
      return Optional.of(List.of(0));
    }
    if (fragments > frames) {
      return Optional.empty();
    }
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i < fragments; i++) {
      starts.add(i);
    }
    return Optional.of(starts);
  }

  private static FrameTable split(List<ByteRange> fragments, List<Integer> starts) {
    List<List<ByteRange>> frames = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int end = i + 1 < starts.size() ? starts.get(i + 1) : fragments.size();
      frames.add(List.copyOf(fragments.subList(starts.get(i), end)));
    }
    return new FrameTable.Encapsulated(List.copyOf(frames));
  }
}
