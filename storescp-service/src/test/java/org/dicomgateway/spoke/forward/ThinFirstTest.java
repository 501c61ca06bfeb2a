package org.dicomgateway.spoke.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThinFirstTest {
  @Test
  void halvesASeriesAgainAndAgain() {
    assertThat(order(series("a", 9)))
        .containsExactly("a0", "a8", "a4", "a2", "a6", "a1", "a5", "a3", "a7");
    assertThat(order(series("a", 1))).containsExactly("a0");
  }

  @Test
  void takesOfEverySeriesInTurn() {
    List<Queue.Waiting> study = series("a", 4);
    study.addAll(series("b", 2));

    assertThat(order(study)).containsExactly("a0", "b0", "a2", "b1", "a1", "a3");
  }

  private static List<String> order(List<Queue.Waiting> instances) {
    return ThinFirst.of(instances).stream().map(Queue.Waiting::id).toList();
  }

  private static List<Queue.Waiting> series(String name, int count) {
    List<Queue.Waiting> series = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      series.add(new Queue.Waiting(name + i, name, "1." + i, "", 100, false));
    }
    return series;
  }
}
