package org.dicomgateway.spoke.cli;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dicomgateway.console.Failure;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.service.InstanceFile;

/**
 * What is to be sent of the files and folders that were named.
 *
 * @param files in the order of their paths
 * @param unreadable files that were named or look like DICOM, and why they cannot be sent
 * @param skipped how many files in folders are no instances
 */
public record SendList(List<InstanceFile> files, Map<Path, String> unreadable, int skipped) {
  private static final String DICOMDIR = "DICOMDIR";

  /** Searches folders through, in the order of paths. */
  public static SendList of(List<Path> paths) {
    List<InstanceFile> files = new ArrayList<>();
    Map<Path, String> unreadable = new LinkedHashMap<>();
    int skipped = 0;
    for (Path path : paths) {
      boolean named = !Files.isDirectory(path);
      for (Path file : filesOf(path, unreadable)) {
        if (file.getFileName().toString().equalsIgnoreCase(DICOMDIR)) {
          skipped++;
          continue;
        }
        try {
          InstanceFile instance = InstanceFile.read(file);
          if (instance.sopClass().equals(UID.MediaStorageDirectoryStorage)) {
            skipped++;
          } else {
            files.add(instance);
          }
        } catch (IOException e) {
          if (named || hasPrefix(file)) {
            unreadable.put(file, Failure.text(e));
          } else {
            skipped++;
          }
        }
      }
    }
    return new SendList(files, unreadable, skipped);
  }

  private static List<Path> filesOf(Path path, Map<Path, String> unreadable) {
    if (Files.notExists(path)) {
      unreadable.put(path, "there is no such file");
      return List.of();
    }
    try (Stream<Path> found = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | java.io.UncheckedIOException e) {
      unreadable.put(path, "cannot be searched: " + Failure.text(e));
      return List.of();
    }
  }

  /** Whether a file says that it is DICOM (PS3.10 §7.1). */
  private static boolean hasPrefix(Path file) {
    try (var in = Files.newInputStream(file)) {
      in.skipNBytes(128);
      return new String(in.readNBytes(4), java.nio.charset.StandardCharsets.ISO_8859_1)
          .equals("DICM");
    } catch (IOException e) {
      return false;
    }
  }
}
