package org.dicomgateway.spoke.cli.study;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dicomgateway.console.Failure;
import org.dicomgateway.console.Figures;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.console.ServiceException;
import org.dicomgateway.spoke.cli.ProgressLine;
import org.dicomgateway.spoke.cli.ServiceOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code gateway spoke study export STUDY DIR|--zip FILE}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes what the spoke holds of a study as Part 10 files, as they were received, each proven by"
          + " its digest: DIR/SERIES/INSTANCE.dcm. What came twice is there twice. Nothing that is"
          + " there is written over."
    },
    footer = {
      "",
      "Examples:",
      "  gateway spoke study export 1.2.840.113619.2.55.3.604688119 /media/usb",
      "  gateway spoke study export 1.2.840.113619.2.55.3.604688119 --zip study.zip"
    })
final class StudyExportCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(index = "0", paramLabel = "STUDY", description = "Study Instance UID.")
  private String study;

  @Parameters(index = "1", arity = "0..1", paramLabel = "DIR", description = "A folder.")
  private Path folder;

  @Option(names = "--zip", paramLabel = "FILE", description = "A file instead.")
  private Path zip;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if ((folder == null) == (zip == null)) {
      throw new ParameterException(spec.commandLine(), "name a folder, or a file with --zip");
    }
    return service.run(this::export, StudyExportCommand::show);
  }

  private JsonNode export(ServiceApi api) throws ServiceException, InterruptedException {
    JsonNode instances = api.get(path());
    try (ExportTarget target = zip == null ? ExportTarget.folder(folder) : ExportTarget.zip(zip)) {
      long bytes = export(api, instances, target);
      target.complete();
      return JsonMapper.shared()
          .valueToTree(
              Map.of(
                  "studyInstanceUid",
                  study,
                  "instances",
                  instances.size(),
                  "bytes",
                  bytes,
                  "to",
                  target.path().toString()));
    } catch (IOException e) {
      throw new ServiceException(Failure.exitCode(e), "cannot write: " + Failure.text(e));
    }
  }

  private String path() {
    return "/api/studies/" + ServiceApi.encoded(study) + "/instances";
  }

  private long export(ServiceApi api, JsonNode instances, ExportTarget target)
      throws ServiceException, IOException, InterruptedException {
    ProgressLine progress = ProgressLine.onTerminal(instances.size());
    Set<String> names = new HashSet<>();
    long bytes = 0;
    try {
      for (JsonNode instance : instances) {
        String path = path() + "/" + instance.path("id").asString();
        target.write(
            name(instance, names),
            instance.path("sha256").asString(),
            out -> api.download(path, out));
        bytes += instance.path("length").asLong();
        progress.advance();
      }
    } finally {
      progress.end();
    }
    return bytes;
  }

  private static String name(JsonNode instance, Set<String> names) {
    String name =
        instance.path("seriesInstanceUid").asString()
            + "/"
            + instance.path("sopInstanceUid").asString();
    String free = name;
    for (int i = 2; !names.add(free); i++) {
      free = name + "-" + i;
    }
    return free + ".dcm";
  }

  private static void show(JsonNode result, PrintWriter out) {
    out.printf(
        "%s, %s, in %s%n",
        Figures.count(result.path("instances").asInt(), "instance"),
        Figures.bytes(result.path("bytes").asLong()),
        result.path("to").asString());
  }
}
