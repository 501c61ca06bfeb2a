package org.dicomgateway.samples.generator.echo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EchoClipTest {
  private static final EchoClip CLIP = new EchoClip(1, 60, 40);

  @Test
  void bloodIsDarkAndWallsAreBright() {
    int[] frame = CLIP.frame(0);

    double blood = brightness(frame, 306, 250, 20);
    assertThat(blood).as("right ventricle").isLessThan(45);
    assertThat(brightness(frame, 366, 250, 8)).as("septum").isGreaterThan(1.7 * blood);
  }

  @Test
  void ventricleContracts() {
    double full = new FourChambers(new Beat(0)).leftVentricle().a();
    double contracted = new FourChambers(new Beat(0.36)).leftVentricle().a();

    assertThat(contracted).isBetween(0.5 * full, 0.8 * full);
  }

  @Test
  void colourIsRedWhenTheHeartFillsAndBlueWhenItEmpties() {
    int[] filling = CLIP.frame(11);
    int[] emptying = CLIP.frame(4);

    assertThat(count(filling, true)).isGreaterThan(count(filling, false));
    assertThat(count(emptying, false)).isGreaterThan(count(emptying, true));
  }

  @Test
  void speckleMovesWithTheTissueButIsNewInTheBlood() {
    FourChambers rest = new FourChambers(new Beat(0));
    FourChambers contracted = new FourChambers(new Beat(0.36));
    double wallNow = contracted.leftVentricle().u() + contracted.leftVentricle().a() + 2;
    double wallThen = rest.leftVentricle().u() + rest.leftVentricle().a() + 2;
    double depth = contracted.leftVentricle().v();

    assertThat(contracted.restU(wallNow, depth)).isBetween(wallThen - 1.5, wallThen + 1.5);
  }

  @Test
  void sameSeedGivesTheSamePicture() {
    assertThat(new EchoClip(1, 60, 40).frame(17)).isEqualTo(CLIP.frame(17));
  }

  private static double brightness(int[] frame, int column, int row, int size) {
    double sum = 0;
    for (int y = row; y < row + size; y++) {
      for (int x = column; x < column + size; x++) {
        sum += frame[y * EchoClip.WIDTH + x] & 0xFF;
      }
    }
    return sum / (size * size);
  }

  private static long count(int[] frame, boolean red) {
    int heart = EchoClip.WIDTH * EchoClip.HEIGHT;
    return Arrays.stream(frame, 0, heart)
        .filter(pixel -> (pixel >> 16) - (pixel & 0xFF) > 60 == red)
        .filter(pixel -> Math.abs((pixel >> 16) - (pixel & 0xFF)) > 60)
        .count();
  }
}
