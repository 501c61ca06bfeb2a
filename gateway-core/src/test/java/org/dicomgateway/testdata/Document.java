package org.dicomgateway.testdata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document of this repository whose examples a test holds against the program. */
public record Document(String text) {

  /** Reads {@code docs/NAME}, wherever in the repository the test runs. */
  public static Document read(String name) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(folder.resolve("docs").resolve(name))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IOException("no docs/" + name + " in a folder above this one");
      }
    }
    return new Document(Files.readString(folder.resolve("docs").resolve(name)));
  }

  /** The first fenced block after a heading or another text. */
  public String blockAfter(String text) {
    return block(Pattern.quote(text) + ".*?\n```\\w*\n(.*?)```");
  }

  /** What stands in a fenced block below a command that is typed there. */
  public String outputOf(String command) {
    return block("\n```\n" + Pattern.quote("$ " + command) + "[^\n]*\n(.*?)```");
  }

  private String block(String pattern) {
    Matcher block = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    if (!block.find()) {
      throw new AssertionError("the document has no such block: " + pattern);
    }
    return block.group(1);
  }
}
