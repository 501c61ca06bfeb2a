package org.dicomgateway.spoke.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.console.Failure;
import org.dicomgateway.console.Figures;

/**
 * Whether files had to be set aside.
 *
 * @param folder they are set aside in; need not be there
 */
public record DamagedCheck(Path folder) implements Check {
  @Override
  public List<Finding> findings() {
    if (Files.notExists(folder)) {
      return List.of(Finding.ok("spool", "no damaged files"));
    }
    try (Stream<Path> files = Files.list(folder)) {
      long count = files.count();
      return List.of(
          count == 0
              ? Finding.ok("spool", "no damaged files")
              : Finding.warning(
                  "spool",
                  "%s in %s".formatted(Figures.count(count, "damaged file"), folder),
                  "the disk lied: look at its health (smartctl); the log names the instances, which"
                      + " the modalities may have yet"));
    } catch (IOException e) {
      return List.of(Finding.failed("spool", Failure.text(e), "see to the rights of the folder"));
    }
  }
}
