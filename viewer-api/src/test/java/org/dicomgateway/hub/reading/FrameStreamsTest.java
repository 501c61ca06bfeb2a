package org.dicomgateway.hub.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.dicomgateway.dicom.data.ByteRange;
import org.junit.jupiter.api.Test;

class FrameStreamsTest {

  @Test
  void leavesOutWhatStandsBetweenFragments() throws Exception {
    InputStream stored = new ByteArrayInputStream("abXXXXXXXXcdeXXXXXXXXf".getBytes());
    List<ByteRange> fragments =
        List.of(new ByteRange(100, 2), new ByteRange(110, 3), new ByteRange(121, 1));

    assertThat(new FragmentStream(stored, fragments)).hasContent("abcdef");
  }

  @Test
  void swapsValuesAndLeavesARestAsItIs() throws Exception {
    assertThat(new SwappedStream(new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5}), 2))
        .hasBinaryContent(new byte[] {2, 1, 4, 3, 5});
  }

  @Test
  void swapsFramesThatBeginWithinAWord() throws Exception {
    byte[] bigEndian = {2, 1, 4, 3, 6, 5};
    NativeFrames frames =
        new NativeFrames(source(bigEndian), new ByteRange(0, bigEndian.length), 3 * 8, 2);

    assertThat(frames.open(1)).hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(frames.open(2)).hasBinaryContent(new byte[] {4, 5, 6});
  }

  @Test
  void movesSingleBitsToTheBeginningOfAByte() throws Exception {
    // Three frames of nine pixels: all set, none set, the first and the last set.
    byte[] packed = {(byte) 0xFF, 0x01, (byte) 0b0000_0100, (byte) 0b0000_0100};
    NativeFrames frames = new NativeFrames(source(packed), new ByteRange(0, packed.length), 9, 1);

    assertThat(frames.open(1)).hasBinaryContent(new byte[] {(byte) 0xFF, 0x01});
    assertThat(frames.open(2)).hasBinaryContent(new byte[] {0, 0});
    assertThat(frames.open(3)).hasBinaryContent(new byte[] {0x01, 0x01});
  }

  @Test
  void makesRgbOfSubsampledColour() throws Exception {
    byte[] gray = {100, (byte) 200, (byte) 128, (byte) 128};
    byte[] red = {76, 76, 85, (byte) 255};

    try (InputStream rgb =
        RgbStream.of(frame -> new ByteArrayInputStream(frame == 1 ? gray : red)).open(1)) {
      assertThat(rgb)
          .hasBinaryContent(new byte[] {100, 100, 100, (byte) 200, (byte) 200, (byte) 200});
    }
    assertThat(RgbStream.rgb(76, 85, 255)).isEqualTo(0xFE0000);
  }

  private static ByteSource source(byte[] bytes) {
    return range -> new ByteArrayInputStream(bytes, (int) range.offset(), (int) range.length());
  }
}
