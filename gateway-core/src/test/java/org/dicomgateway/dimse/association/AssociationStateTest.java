package org.dicomgateway.dimse.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.dimse.association.Association.Role;
import org.dicomgateway.dimse.association.AssociationState.Transition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** PS3.8 table 9-10, a test for each cell, empty ones included. */
class AssociationStateTest {
  /** Events are rows, states columns, as printed; a bar for an empty cell. */
  private static final String TABLE =
      """
              Sta1     Sta2      Sta3     Sta4     Sta5     Sta6     Sta7     Sta8     Sta9      Sta10     Sta11    Sta12     Sta13
      Evt1    AE-1/4   |         |        |        |        |        |        |        |         |         |        |         |
      Evt2    |        |         |        AE-2/5   |        |        |        |        |         |         |        |         |
      Evt3    |        AA-1/13   AA-8/13  |        AE-3/6   AA-8/13  AA-8/13  AA-8/13  AA-8/13   AA-8/13   AA-8/13  AA-8/13   AA-6/13
      Evt4    |        AA-1/13   AA-8/13  |        AE-4/1   AA-8/13  AA-8/13  AA-8/13  AA-8/13   AA-8/13   AA-8/13  AA-8/13   AA-6/13
      Evt5    AE-5/2   |         |        |        |        |        |        |        |         |         |        |         |
      Evt6    |        AE-6/3    AA-8/13  |        AA-8/13  AA-8/13  AA-8/13  AA-8/13  AA-8/13   AA-8/13   AA-8/13  AA-8/13   AA-7/13
      Evt7    |        |         AE-7/6   |        |        |        |        |        |         |         |        |         |
      Evt8    |        |         AE-8/13  |        |        |        |        |        |         |         |        |         |
      Evt9    |        |         |        |        |        DT-1/6   |        AR-7/8   |         |         |        |         |
      Evt10   |        AA-1/13   AA-8/13  |        AA-8/13  DT-2/6   AR-6/7   AA-8/13  AA-8/13   AA-8/13   AA-8/13  AA-8/13   AA-6/13
      Evt11   |        |         |        |        |        AR-1/7   |        |        |         |         |        |         |
      Evt12   |        AA-1/13   AA-8/13  |        AA-8/13  AR-2/8   AR-8/9   AA-8/13  AA-8/13   AA-8/13   AA-8/13  AA-8/13   AA-6/13
      Evt13   |        AA-1/13   AA-8/13  |        AA-8/13  AA-8/13  AR-3/1   AA-8/13  AA-8/13   AR-10/12  AR-3/1   AA-8/13   AA-6/13
      Evt14   |        |         |        |        |        |        |        AR-4/13  AR-9/11   |         |        AR-4/13   |
      Evt15   |        |         AA-1/13  AA-2/1   AA-1/13  AA-1/13  AA-1/13  AA-1/13  AA-1/13   AA-1/13   AA-1/13  AA-1/13   |
      Evt16   |        AA-2/1    AA-3/1   |        AA-3/1   AA-3/1   AA-3/1   AA-3/1   AA-3/1    AA-3/1    AA-3/1   AA-3/1    AA-2/1
      Evt17   |        AA-5/1    AA-4/1   AA-4/1   AA-4/1   AA-4/1   AA-4/1   AA-4/1   AA-4/1    AA-4/1    AA-4/1   AA-4/1    AR-5/1
      Evt18   |        AA-2/1    |        |        |        |        |        |        |         |         |        |         AA-2/1
      Evt19   |        AA-1/13   AA-8/13  |        AA-8/13  AA-8/13  AA-8/13  AA-8/13  AA-8/13   AA-8/13   AA-8/13  AA-8/13   AA-7/13
      """;

  static Stream<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    List<String> lines = TABLE.lines().toList();
    for (String line : lines.subList(1, lines.size())) {
      String[] row = line.strip().split("\\s+");
      int event = Integer.parseInt(row[0].substring("Evt".length())) - 1;
      for (AssociationState state : AssociationState.values()) {
        cells.add(Arguments.of(state, AssociationEvent.values()[event], row[1 + state.ordinal()]));
      }
    }
    return cells.stream();
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @MethodSource("cells")
  void doesWhatTheStandardSays(AssociationState state, AssociationEvent event, String cell) {
    if (cell.equals("|")) {
      assertThatThrownBy(() -> state.on(event)).isInstanceOf(IllegalStateException.class);
    } else {
      Transition transition = state.on(event);
      String next = transition.next().standardName().substring("Sta".length());
      assertThat(transition.action().standardName() + "/" + next).isEqualTo(cell);
    }
  }

  @Test
  void namesAreInTheStandardsOrder() {
    for (AssociationState state : AssociationState.values()) {
      assertThat(state.standardName()).isEqualTo("Sta" + (state.ordinal() + 1));
    }
    assertThat(AssociationEvent.values()).hasSize(19);
  }

  @Test
  void aReleaseCollisionLeadsEachSideToAStateOfItsOwn() {
    assertThat(AssociationState.afterCollision(Role.REQUESTOR).standardName()).isEqualTo("Sta9");
    assertThat(AssociationState.afterCollision(Role.ACCEPTOR).standardName()).isEqualTo("Sta10");
  }
}
