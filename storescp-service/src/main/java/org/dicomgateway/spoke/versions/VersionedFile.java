package org.dicomgateway.spoke.versions;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All versions of a file that people write, a file each, that are never changed: {@code
 * 000007.yaml}, whose first lines say when, by whom and why. The newest holds. For one thread at a
 * time.
 */
public final class VersionedFile {
  private static final Pattern NAME = Pattern.compile("(\\d{6})\\.yaml");
  private static final Pattern LINE = Pattern.compile("# (at|by|why): ?(.*)");
  private static final String END_OF_HEAD = "#\n";

  private final Path folder;

  private VersionedFile(Path folder) {
    this.folder = folder;
  }

  /**
   * Takes up the versions there are.
   *
   * @param folder of all versions and nothing else, made if there is none
   */
  public static VersionedFile open(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new VersionedFile(folder);
  }

  /** The newest first. */
  public List<Version> versions() throws IOException {
    List<Version> versions = new ArrayList<>();
    for (int number : numbers()) {
      versions.add(version(number));
    }
    return versions.reversed();
  }

  private List<Integer> numbers() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> NAME.matcher(file.getFileName().toString()))
          .filter(Matcher::matches)
          .map(name -> Integer.parseInt(name.group(1)))
          .sorted()
          .toList();
    }
  }

  private Version version(int number) throws IOException {
    Map<String, String> said = new HashMap<>();
    for (String line : content(number).lines().takeWhile(text -> text.startsWith("# ")).toList()) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches()) {
        said.put(parts.group(1), parts.group(2));
      }
    }
    return new Version(
        number,
        instant(said.getOrDefault("at", ""), number),
        said.getOrDefault("by", ""),
        said.getOrDefault("why", ""));
  }

  /** Files put here by hand say it by their age. */
  private Instant instant(String text, int number) throws IOException {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return Files.getLastModifiedTime(file(number)).toInstant();
    }
  }

  /**
   * The text of a version, without what stands before them.
   *
   * @throws NoSuchFileException if there is no such version
   */
  public String text(int number) throws IOException {
    String content = content(number);
    int end = content.indexOf(END_OF_HEAD);
    boolean hasHead = content.startsWith("# version ") && end >= 0;
    return hasHead ? content.substring(end + END_OF_HEAD.length()) : content;
  }

  private String content(int number) throws IOException {
    return Files.readString(file(number));
  }

  private Path file(int number) {
    return folder.resolve("%06d.yaml".formatted(number));
  }

  /** Keeps a text as the newest version, for good when this returns. */
  public Version add(String text, String by, String why) throws IOException {
    List<Integer> numbers = numbers();
    Version version =
        new Version(
            numbers.isEmpty() ? 1 : numbers.getLast() + 1,
            Instant.now().truncatedTo(ChronoUnit.SECONDS),
            oneLine(by),
            oneLine(why));
    String head =
        "# version %d\n# at: %s\n# by: %s\n# why: %s\n"
            .formatted(version.number(), version.at(), version.by(), version.why());
    Path part = folder.resolve("new.part");
    Files.writeString(part, head + END_OF_HEAD + text, StandardCharsets.UTF_8);
    force(part);
    Files.move(part, file(version.number()), StandardCopyOption.ATOMIC_MOVE);
    force(folder);
    return version;
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
