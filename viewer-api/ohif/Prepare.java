import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Puts the OHIF viewer among the hub's resources: installs the one npm package that the lock file
 * pins, leaves out what we do not serve, and compresses the rest once, so that the hub never has
 * to. Does nothing when the result is already there, so only the first build needs a network.
 *
 * <p>Arguments: this folder, the folder to write to.
 */
class Prepare {
  /** Whole-slide viewer, AI segmentation and other sites' configuration: 160 of 210 MB. */
  private static final List<String> LEFT_OUT =
      List.of(
          "ort/",
          "dicom-microscopy-viewer/",
          "customizations/",
          "assets/apple-touch-startup",
          "app-config.js",
          "google.js",
          "sw.js",
          "serve.json",
          "_headers",
          "_redirects");

  private static final Set<String> COMPRESSED_ALREADY = Set.of("png", "woff2", "jpg", "gif");

  public static void main(String[] args) throws Exception {
    Path sources = Path.of(args[0]);
    Path target = Path.of(args[1]);
    Path stamp = target.resolve("stamp");
    String wanted = digest(sources.resolve("package-lock.json"), sources.resolve("Prepare.java"));
    if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
      return;
    }
    install(sources);
    deleteTree(target);
    copy(sources.resolve("node_modules/@ohif/app/dist"), target);
    Files.copy(sources.resolve("node_modules/@ohif/app/LICENSE"), target.resolve("LICENSE"));
    Files.writeString(stamp, wanted);
  }

  private static String digest(Path... files) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : files) {
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
  }

  private static void install(Path sources) throws Exception {
    System.out.println("installing the OHIF viewer by npm");
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
            .directory(sources.toFile())
            .inheritIO()
            .start();
    if (npm.waitFor() != 0) {
      throw new IOException(
          "npm ci failed in " + sources + ": the first build needs npm and its registry");
    }
  }

  private static void copy(Path dist, Path target) throws IOException {
    List<Path> files;
    try (var tree = Files.walk(dist)) {
      files = tree.filter(Files::isRegularFile).toList();
    }
    files.parallelStream()
        .filter(file -> isServed(dist.relativize(file).toString()))
        .forEach(file -> write(file, target.resolve(dist.relativize(file).toString())));
  }

  private static boolean isServed(String name) {
    return !name.endsWith(".map") && LEFT_OUT.stream().noneMatch(name::startsWith);
  }

  private static void write(Path file, Path to) {
    try {
      Files.createDirectories(to.getParent());
      String name = to.getFileName().toString();
      if (COMPRESSED_ALREADY.contains(name.substring(name.lastIndexOf('.') + 1))) {
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        return;
      }
      try (OutputStream out = new BestGzip(Files.newOutputStream(to.resolveSibling(name + ".gz")))) {
        Files.copy(file, out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (var tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
