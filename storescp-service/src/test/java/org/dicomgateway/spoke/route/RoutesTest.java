package org.dicomgateway.spoke.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import org.dicomgateway.spoke.route.rule.RouteFileException;
import org.dicomgateway.spoke.route.rule.RouteTable;
import org.dicomgateway.spoke.versions.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesTest {
  private static final String ONE = "routes:\n  - name: one\n    send: hub\n";
  private static final String TWO = "# kept\n" + ONE + "  - name: two\n    send: hub\n";

  @TempDir private Path folder;

  private Routes open() throws IOException {
    return Routes.open(folder.resolve("routes"), () -> Set.of("hub"));
  }

  @Test
  void holdsNoneAtFirst() throws Exception {
    assertThat(open().live().version()).isZero();
    assertThat(open().live().table()).isEqualTo(RouteTable.EVERYTHING_TO_THE_HUB);
    assertThat(open().text(0)).isEmpty();
    assertThat(open().versions()).isEmpty();
  }

  @Test
  void keepsEveryVersionWithWhoAndWhyAndTakesUpTheNewest() throws Exception {
    open().change(ONE, "lan", "first CT");
    open().change(TWO, "an", "a\nsecond\none");

    Routes routes = open();
    assertThat(routes.live().version()).isEqualTo(2);
    assertThat(routes.live().table().rules()).hasSize(2);
    assertThat(routes.versions())
        .extracting(Version::number, Version::by, Version::why)
        .containsExactly(tuple(2, "an", "a second one"), tuple(1, "lan", "first CT"));
    assertThat(routes.text(1)).isEqualTo(ONE);
    assertThat(routes.text(2)).isEqualTo(TWO);
    assertThatThrownBy(() -> routes.text(3)).isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void sendsEverythingToTheHubAgainByATextWithoutContent() throws Exception {
    open().change(ONE, "lan", "");
    open().change("# none for now\n", "lan", "");

    Routes.Live live = open().live();
    assertThat(live.version()).isEqualTo(2);
    assertThat(live.table()).isEqualTo(RouteTable.EVERYTHING_TO_THE_HUB);
    assertThat(live.table().written()).isZero();
  }

  @Test
  void aBrokenTextChangesNothing() throws Exception {
    Routes routes = open();
    routes.change(ONE, "lan", "");

    assertThatThrownBy(() -> routes.change("routes: [ { nme: x } ]", "lan", ""))
        .isInstanceOf(RouteFileException.class);

    assertThat(routes.live().version()).isEqualTo(1);
    assertThat(routes.versions()).hasSize(1);
  }

  @Test
  void aFileThatIsBrokenByHandLeavesTheOneBeforeInForce() throws Exception {
    open().change(ONE, "lan", "");
    open().change(TWO, "lan", "");
    Files.writeString(folder.resolve("routes/000002.yaml"), "routes: {");

    Routes routes = open();
    assertThat(routes.live().version()).isEqualTo(1);
    assertThat(routes.change(TWO, "lan", "").number()).isEqualTo(3);
  }

  @Test
  void takesAFileThatWasPutThereByHand() throws Exception {
    Files.createDirectories(folder.resolve("routes"));
    Files.writeString(folder.resolve("routes/000001.yaml"), TWO);

    Routes routes = open();
    assertThat(routes.live().table().rules()).hasSize(2);
    assertThat(routes.text(1)).isEqualTo(TWO);
  }
}
