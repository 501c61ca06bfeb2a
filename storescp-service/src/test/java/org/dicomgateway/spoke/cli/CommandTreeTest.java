package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

class CommandTreeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "spoke",
        "spoke route",
        "spoke study",
        "spoke modality",
        "spoke destination",
        "spoke queue",
        "spoke route add",
        "send"
      })
  void helpsTheSameWithTheNamedCommandsAsWithAll(String typed) {
    List<String> arguments = typed.isEmpty() ? List.of() : List.of(typed.split(" "));

    CommandLine named = CommandTree.namedBy(arguments, Main.class);

    assertThat(help(named, arguments))
        .isEqualTo(help(CommandTree.whole(Main.class), arguments))
        .contains("Usage: " + ("gateway " + typed).strip());
  }

  @Test
  void knowsNoCommandBesideTheNamedOne() {
    CommandLine gateway = CommandTree.namedBy(List.of("spoke", "queue"), Main.class);

    assertThat(gateway.getSubcommands()).containsOnlyKeys("spoke");
    assertThat(gateway.getSubcommands().get("spoke").getSubcommands()).containsOnlyKeys("queue");
  }

  @Test
  void tellsWhatIsNoCommandAsAllWouldTellIt() {
    List<String> arguments = List.of("spoke", "que");

    assertThat(refusal(CommandTree.namedBy(arguments, Main.class), arguments))
        .isEqualTo(refusal(CommandTree.whole(Main.class), arguments))
        .contains("'que'");
  }

  private static String refusal(CommandLine line, List<String> arguments) {
    return assertThrows(
            ParameterException.class, () -> line.parseArgs(arguments.toArray(String[]::new)))
        .getMessage();
  }

  private static String help(CommandLine line, List<String> arguments) {
    CommandLine command = line;
    for (String argument : arguments) {
      command = command.getSubcommands().get(argument);
    }
    return command.getUsageMessage();
  }
}
