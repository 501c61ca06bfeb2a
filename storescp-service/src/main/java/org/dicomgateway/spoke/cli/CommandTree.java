package org.dicomgateway.spoke.cli;

import java.util.Collection;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Makes of classes what picocli reads arguments by. */
final class CommandTree {
  private final Predicate<String> asked;

  private CommandTree(Predicate<String> asked) {
    this.asked = asked;
  }

  /** With all its commands. */
  static CommandLine whole(Class<?> root) {
    return new CommandTree(_ -> true).of(root);
  }

  /**
   * With the commands that the arguments name; of the others there is what a list tells of them.
   */
  static CommandLine namedIn(Collection<String> arguments, Class<?> root) {
    return new CommandTree(arguments::contains).of(root);
  }

  private CommandLine of(Class<?> type) {
    CommandLine line = new CommandLine(type);
    Commands group = type.getAnnotation(Commands.class);
    if (group != null) {
      for (Class<?> member : group.value()) {
        Command command = member.getAnnotation(Command.class);
        line.addSubcommand(
            command.name(), asked.test(command.name()) ? of(member) : listed(command));
      }
    }
    return line;
  }

  private static CommandLine listed(Command command) {
    CommandSpec listed = CommandSpec.create();
    listed.usageMessage().description(command.description()).hidden(command.hidden());
    return new CommandLine(listed);
  }
}
