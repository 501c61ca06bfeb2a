package org.dicomgateway.samples.services;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import org.dicomgateway.samples.services.Installation.Program;

/**
 * Runs hub and spoke once before the tests that start them a hundred times, for what the virtual
 * machine keeps of a start (JEP 514). It takes no notice of a cache of other jars or of another
 * Java, so a rehearsal left out costs time and nothing else.
 */
public final class Rehearsal {
  private static final Installation OWN = Installation.own();

  private Rehearsal() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("rehearsal");
    try {
      String token = Hub.addSite(folder, HubAndSpoke.SITE);
      try (Hub hub = Hub.start(new Hub.Setup(folder, 0, keep(Program.HUB), List.of()));
          Spoke spoke =
              Spoke.start(
                  new Spoke.Setup(
                      folder.resolve("spoke"),
                      0,
                      0,
                      hub.address(),
                      HubAndSpoke.SITE,
                      token,
                      keep(Program.SPOKE),
                      List.of()))) {
        System.out.println("rehearsed " + hub.address() + " and " + spoke.admin());
      }
    } finally {
      delete(folder);
    }
  }

  /** As in {@link HubAndSpoke}: what the heap is laid out by has to be the same. */
  private static List<String> keep(Program program) throws IOException {
    Path cache = OWN.startCache(program);
    Files.deleteIfExists(cache);
    return List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:AOTCacheOutput=" + cache);
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path emptied, IOException failure)
              throws IOException {
            Files.delete(emptied);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
