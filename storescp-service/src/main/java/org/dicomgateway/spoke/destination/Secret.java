package org.dicomgateway.spoke.destination;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Something that is not to be seen: it says where it stands, and is read when it is needed. */
public sealed interface Secret {
  /**
   * The secret itself, never to be printed.
   *
   * @throws IOException if it is not where it should be
   */
  String reveal() throws IOException;

  /** In a file, alone in its first line. */
  record InFile(Path path) implements Secret {
    @Override
    public String reveal() throws IOException {
      String text = Files.readString(path).strip();
      if (text.isEmpty() || text.lines().count() > 1) {
        throw new IOException(path + " is to hold the secret in one line, and nothing else");
      }
      return text;
    }

    @Override
    public String toString() {
      return "file " + path;
    }
  }

  /** In an environment variable of the spoke. */
  record InEnvironment(String variable) implements Secret {
    @Override
    public String reveal() throws IOException {
      String value = System.getenv(variable);
      if (value == null || value.isBlank()) {
        throw new IOException(
            "%s is not set in the environment the spoke was started with".formatted(variable));
      }
      return value.strip();
    }

    @Override
    public String toString() {
      return "environment variable " + variable;
    }
  }

  /** As the spoke itself was told. */
  record Given(String value) implements Secret {
    @Override
    public String reveal() {
      return value;
    }

    @Override
    public String toString() {
      return "settings of the spoke";
    }
  }
}
