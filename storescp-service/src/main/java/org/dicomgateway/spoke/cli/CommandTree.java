package org.dicomgateway.spoke.cli;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Makes of classes what picocli reads arguments by. */
final class CommandTree {
  private CommandTree() {}

  /** With all commands. */
  static CommandLine whole(Class<?> root) {
    return with(root, members(root), CommandTree::whole);
  }

  /**
   * With the command that the arguments begin with; where they name none, with what a list tells of
   * all.
   */
  static CommandLine namedBy(List<String> arguments, Class<?> root) {
    List<Class<?>> named =
        arguments.isEmpty()
            ? List.of()
            : members(root).stream()
                .filter(member -> name(member).equals(arguments.getFirst()))
                .toList();
    return named.isEmpty()
        ? with(root, members(root), CommandTree::listed)
        : with(root, named, member -> namedBy(arguments.subList(1, arguments.size()), member));
  }

  private static List<Class<?>> members(Class<?> type) {
    Commands group = type.getAnnotation(Commands.class);
    return group == null ? List.of() : List.of(group.value());
  }

  private static String name(Class<?> type) {
    return type.getAnnotation(Command.class).name();
  }

  private static CommandLine with(
      Class<?> type, List<Class<?>> members, Function<Class<?>, CommandLine> line) {
    CommandLine made = new CommandLine(type);
    members.forEach(member -> made.addSubcommand(name(member), line.apply(member)));
    return made;
  }

  private static CommandLine listed(Class<?> type) {
    Command command = type.getAnnotation(Command.class);
    CommandSpec listed = CommandSpec.create();
    listed.usageMessage().description(command.description()).hidden(command.hidden());
    return new CommandLine(listed);
  }
}
