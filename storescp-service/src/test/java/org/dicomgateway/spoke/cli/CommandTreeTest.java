package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

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

    CommandLine named = CommandTree.namedIn(arguments, Main.class);

    assertThat(help(named, arguments))
        .isEqualTo(help(CommandTree.whole(Main.class), arguments))
        .contains("Usage: " + ("gateway " + typed).strip());
  }

  @Test
  void knowsOfOthersOnlyThatTheyAreThere() {
    CommandLine spoke =
        CommandTree.namedIn(List.of("spoke", "queue"), Main.class).getSubcommands().get("spoke");

    assertThat(spoke.getSubcommands().get("queue").getCommandSpec().options()).isNotEmpty();
    assertThat(spoke.getSubcommands().get("status").getCommandSpec().options()).isEmpty();
  }

  private static String help(CommandLine line, List<String> arguments) {
    CommandLine command = line;
    for (String argument : arguments) {
      command = command.getSubcommands().get(argument);
    }
    return command.getUsageMessage();
  }
}
