package org.dicomgateway.samples.generator.thorax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThoraxTest {
  private static final Build BUILD = new Build(42, 1, 14, 9);
  private static final Thorax THORAX = new Thorax(BUILD);

  @Test
  void tissuesHaveTheirHounsfieldUnits() {
    float[] slice = THORAX.slice(0, 165);

    assertThat(mean(slice, -60, -40)).as("lung").isBetween(-920.0, -780.0);
    assertThat(mean(slice, -2, Spine.centre(165))).as("vertebra").isBetween(120.0, 400.0);
    assertThat(mean(slice, 18, 31)).as("aorta with contrast medium").isBetween(230.0, 330.0);
    assertThat(mean(slice, 0, -185)).as("air").isBetween(-1010.0, -990.0);
  }

  @Test
  void liverLiesUnderTheRightLung() {
    assertThat(mean(THORAX.slice(0, 20), -80, 0)).isBetween(90.0, 135.0);
    assertThat(mean(THORAX.slice(0, 180), -80, 0)).isLessThan(-700);
  }

  @Test
  void noiseHangsTogetherAsAScannersDoes() {
    float[] slice = THORAX.slice(3, 20);
    double swing = 0;
    double together = 0;
    double mean = mean(slice, -80, 0);
    for (int row = 250; row < 262; row++) {
      for (int column = 140; column < 155; column++) {
        double here = slice[row * Thorax.SIZE + column] - mean;
        swing += here * here;
        together += here * (slice[row * Thorax.SIZE + column + 1] - mean);
      }
    }
    assertThat(Math.sqrt(swing / (12 * 15))).as("standard deviation").isBetween(5.0, 30.0);
    assertThat(together / swing).as("correlation of neighbours").isBetween(0.3, 0.95);
  }

  @Test
  void sameBuildGivesTheSameSlice() {
    assertThat(new Thorax(BUILD).slice(7, 100)).isEqualTo(THORAX.slice(7, 100));
  }

  @Test
  void anotherSeedGivesOtherVesselsAndNoise() {
    assertThat(new Thorax(new Build(43, 1, 14, 9)).slice(7, 100))
        .isNotEqualTo(THORAX.slice(7, 100));
  }

  /** Of nine by nine pixels around a point. */
  private static double mean(float[] slice, double x, double y) {
    Grid grid = Grid.of(Thorax.SIZE, Thorax.PIXEL_SPACING);
    int column = (int) Math.round(grid.pixel(x));
    int row = (int) Math.round(grid.pixel(y));
    double sum = 0;
    for (int dy = -4; dy <= 4; dy++) {
      for (int dx = -4; dx <= 4; dx++) {
        sum += slice[(row + dy) * Thorax.SIZE + column + dx];
      }
    }
    return sum / 81;
  }
}
