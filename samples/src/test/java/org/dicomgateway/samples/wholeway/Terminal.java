package org.dicomgateway.samples.wholeway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A shell that keeps what it was told between commands, as somebody's at a terminal does. */
final class Terminal implements AutoCloseable {
  private static final String END = "@@ended ";

  private final Process shell;
  private final Writer keyboard;
  private final BufferedReader screen;

  private Terminal(Process shell) {
    this.shell = shell;
    this.keyboard = shell.outputWriter();
    this.screen = shell.inputReader();
  }

  static Terminal open(Path folder, Map<String, String> environment) throws IOException {
    ProcessBuilder bash = new ProcessBuilder("bash").directory(folder.toFile());
    bash.environment().putAll(environment);
    return new Terminal(bash.redirectErrorStream(true).start());
  }

  /** Types a command and waits until the shell takes the next. */
  Command run(String command) throws IOException {
    keyboard.write(command + "\necho \"" + END + "$?\"\n");
    keyboard.flush();
    StringBuilder output = new StringBuilder();
    for (String line = screen.readLine(); line != null; line = screen.readLine()) {
      if (line.startsWith(END)) {
        return new Command(Integer.parseInt(line.substring(END.length())), output.toString());
      }
      output.append(line).append('\n');
    }
    throw new IOException("the shell has gone after: " + command + "\n" + output);
  }

  /** Ends the shell and all that was started in it; they write no more files then. */
  @Override
  public void close() {
    List<ProcessHandle> started = shell.descendants().toList();
    shell.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
    started.forEach(process -> process.onExit().join());
  }
}
