import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Checks or mends the layout of the Java sources below the current folder, those that changed since
 * all was found well.
 */
class Format {
  public static void main(String[] args) throws Exception {
    boolean write = args[0].equals("write");
    Path stamp = Path.of("target/formatter/all-well");
    FileTime wellSince =
        Files.exists(stamp) ? Files.getLastModifiedTime(stamp) : FileTime.fromMillis(0);
    FileTime now = FileTime.from(Instant.now());
    List<Path> sources;
    try (var tree = Files.walk(Path.of("."))) {
      sources =
          tree.filter(file -> file.toString().endsWith(".java"))
              .filter(file -> file.toString().contains("/src/"))
              .filter(file -> !file.toString().contains("/target/"))
              .filter(file -> file.toFile().lastModified() >= wellSince.toMillis())
              .sorted()
              .toList();
    }
    AtomicInteger unformatted = new AtomicInteger();
    sources.parallelStream()
        .forEach(
            file -> {
              try {
                String text = Files.readString(file);
                String imports =
                    ImportOrderer.reorderImports(
                        RemoveUnusedImports.removeUnusedImports(text), Style.GOOGLE);
                String formatted = new Formatter().formatSource(imports);
                if (formatted.equals(text)) {
                  return;
                }
                if (write) {
                  Files.writeString(file, formatted);
                } else {
                  System.err.println("not formatted: " + file);
                  unformatted.incrementAndGet();
                }
              } catch (Exception e) {
                System.err.println(file + ": " + e.getMessage());
                unformatted.incrementAndGet();
              }
            });
    if (unformatted.get() > 0) {
      System.err.println("mend with: ./gateway format");
      System.exit(1);
    }
    Files.createDirectories(stamp.getParent());
    if (!Files.exists(stamp)) {
      Files.createFile(stamp);
    }
    Files.setLastModifiedTime(stamp, now);
  }
}
