package org.dicomgateway.samples.services;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the built programs lie.
 *
 * @param root folder of the repository
 */
public record Installation(Path root) {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  /** One of the programs, with its module and main class. */
  public enum Program {
    HUB("viewer-api", "org.dicomgateway.hub.cli.Main", "hub"),
    SPOKE("storescp-service", "org.dicomgateway.spoke.cli.Main", "spoke");

    private final String module;
    private final String mainClass;
    private final String command;

    Program(String module, String mainClass, String command) {
      this.module = module;
      this.mainClass = mainClass;
      this.command = command;
    }
  }

  /** The installation this class belongs to: it lies in {@code samples/target}. */
  public static Installation own() {
    try {
      Path code =
          Path.of(Installation.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Installation(code.resolve("../../..").normalize());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The command line of a program that ends when whoever started it does.
   *
   * @param jvmOptions such as {@code -Xmx256m}
   * @throws IOException if the program is not built
   */
  public List<String> command(Program program, List<String> jvmOptions, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JAVA.toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(jvmOptions);
    command.add("-cp");
    command.add(classPath(program.module));
    command.add(Tethered.class.getName());
    command.add(program.mainClass);
    command.add(program.command);
    command.addAll(arguments);
    return command;
  }

  /**
   * File with what a program loads and links while it starts (JEP 514), so that it starts in half
   * the time; made by a {@link Rehearsal}, else not there.
   */
  Path startCache(Program program) {
    return root.resolve("samples/target").resolve(program.command + ".aot");
  }

  /** For a program that is to start soon rather than to run fast. */
  public List<String> quickStart(Program program) {
    Path cache = startCache(program);
    return Files.exists(cache)
        ? List.of("-XX:TieredStopAtLevel=1", "-XX:AOTCache=" + cache)
        : List.of("-XX:TieredStopAtLevel=1");
  }

  /** The program's jar names its libraries; behind it comes what tethers it. */
  private String classPath(String module) throws IOException {
    Path jar = jar(root.resolve(module).resolve("target"), module);
    return jar + File.pathSeparator + jar(root.resolve("samples/target/tether"), "samples");
  }

  private static Path jar(Path target, String module) throws IOException {
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        Optional<Path> jar = files.filter(file -> isJar(file, module)).findFirst();
        if (jar.isPresent()) {
          return jar.get();
        }
      }
    }
    throw new IOException(
        "%s is not built: no jar in %s; run ./gateway build".formatted(module, target));
  }

  private static boolean isJar(Path file, String module) {
    String name = file.getFileName().toString();
    boolean isOther = name.endsWith("-tests.jar") || name.endsWith("-sources.jar");
    return name.startsWith(module + "-") && name.endsWith(".jar") && !isOther;
  }
}
