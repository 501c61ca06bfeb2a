package org.dicomgateway.spoke.cli.study;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.console.Failure;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.Paragraph;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.spoke.cli.ProgressLine;
import org.dicomgateway.spoke.cli.SendList;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gateway spoke study import FILE|FOLDER…}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Gives DICOM files to the spoke, which takes them as if a modality had sent them: by the"
          + " routes, with no calling AE title. Each is safe when the next begins.",
      "",
      "Folders are searched through; DICOMDIRs, and files in folders that are not DICOM, are left"
          + " out. What cannot be taken is named, and the others go on."
    },
    footer = {"", "Example: gateway spoke study import /media/cdrom"})
final class StudyImportCommand implements Callable<Integer> {
  /**
   * What became of files.
   *
   * @param studies instances taken, by Study Instance UID
   * @param failed reasons by file
   * @param leftOut files that are not DICOM, or DICOMDIRs
   */
  record Result(Map<String, Integer> studies, Map<String, String> failed, int leftOut) {}

  @Mixin private ServiceOptions service;

  @Parameters(arity = "1..*", paramLabel = "FILE|FOLDER", description = "What to take.")
  private List<Path> paths;

  private final Map<String, Integer> studies = new TreeMap<>();
  private final Map<String, String> failed = new LinkedHashMap<>();

  @Override
  public Integer call() throws InterruptedException {
    int exit = service.run(this::take, StudyImportCommand::show);
    boolean whole = failed.isEmpty() && !studies.isEmpty();
    return exit == 0 && !whole ? ExitCode.FAILED.number() : exit;
  }

  private JsonNode take(ServiceApi api) throws ServiceException, InterruptedException {
    SendList list = SendList.of(paths);
    list.unreadable().forEach((file, reason) -> failed.put(file.toString(), reason));
    ProgressLine progress = ProgressLine.onTerminal(list.files().size());
    try {
      for (InstanceFile file : list.files()) {
        take(api, file.file());
        progress.advance();
      }
    } finally {
      progress.end();
    }
    return JsonMapper.shared().valueToTree(new Result(studies, failed, list.skipped()));
  }

  /** A failure of one file is none of the others; without a spoke there are no others. */
  private void take(ServiceApi api, Path file) throws ServiceException, InterruptedException {
    try {
      JsonNode stored = api.post("/api/instances", file);
      studies.merge(stored.path("studyInstanceUid").asString(), 1, Integer::sum);
    } catch (ServiceException e) {
      if (e.exitCode() != ExitCode.FAILED) {
        throw e;
      }
      failed.put(file.toString(), e.getMessage());
    } catch (IOException e) {
      failed.put(file.toString(), "cannot be read: " + Failure.text(e));
    }
  }

  private static void show(JsonNode result, PrintWriter out) {
    result
        .path("failed")
        .propertyStream()
        .forEach(
            file -> {
              out.println("Not taken: " + file.getKey());
              Paragraph.lines("  ", file.getValue().asString()).forEach(out::println);
            });
    result
        .path("studies")
        .propertyStream()
        .forEach(
            study ->
                out.println(
                    study.getKey() + "  " + Figures.count(study.getValue().asInt(), "instance")));
    int taken = result.path("studies").valueStream().mapToInt(JsonNode::asInt).sum();
    out.printf(
        "%d taken, %d failed, %d left out (not DICOM, or a DICOMDIR).%n",
        taken, result.path("failed").size(), result.path("leftOut").asInt());
    if (taken > 0) {
      out.println("They go where the routes say: 'gateway spoke study list', 'queue'.");
      out.println("Undo: gateway spoke study delete STUDY, as far as it is not sent yet");
    }
  }
}
