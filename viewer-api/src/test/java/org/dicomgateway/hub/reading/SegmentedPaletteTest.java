package org.dicomgateway.hub.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class SegmentedPaletteTest {

  @Test
  void writesOutDiscreteAndLinearSegments() {
    byte[] entries = SegmentedPalette.expand(words(0, 2, 10, 20, 1, 4, 60), 6, 16);

    assertThat(entries).isEqualTo(words(10, 20, 30, 40, 50, 60));
  }

  @Test
  void repeatsSegmentsThatStandElsewhere() {
    // Two discrete entries, then the first segment again by its byte offset of 0.
    byte[] entries = SegmentedPalette.expand(words(0, 2, 7, 8, 2, 1, 0, 0), 4, 16);

    assertThat(entries).isEqualTo(words(7, 8, 7, 8));
  }

  @Test
  void understandsTablesOfEightBits() {
    assertThat(SegmentedPalette.expand(new byte[] {0, 1, 100, 1, 3, 103}, 4, 8))
        .isEqualTo(new byte[] {100, 101, 102, 103});
  }

  @Test
  void refusesDamagedTables() {
    assertThatThrownBy(() -> SegmentedPalette.expand(words(9, 1), 4, 16))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SegmentedPalette.expand(words(1, 4, 5), 4, 16))
        .hasMessageContaining("without a value to start from");
    assertThatThrownBy(() -> SegmentedPalette.expand(words(0, 2, 1, 2), 256, 16))
        .hasMessageContaining("2 of 256");
    assertThatThrownBy(() -> SegmentedPalette.expand(words(0, 5000, 1, 2), 256, 16))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] words(int... values) {
    ByteBuffer words = ByteBuffer.allocate(values.length * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      words.putShort((short) value);
    }
    return words.array();
  }
}
