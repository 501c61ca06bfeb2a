package org.dicomgateway.spoke.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dicomgateway.console.ExitCode;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.service.InstanceSender;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.dimse.service.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway send}: files to a peer, each as it is. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = {
      "Sends DICOM files to a peer (C-STORE), each in the transfer syntax it has.",
      "",
      "Folders are searched through; DICOMDIRs and files in folders that are not DICOM are left out.",
      "Exit code 0 if everything was sent, 1 if anything was not, 2 for wrong usage."
    },
    footer = {"", "Example: gateway send ARCHIVE@10.0.0.5:104 /media/cdrom --associations 4"})
final class SendCommand implements Callable<Integer> {
  @Mixin private PeerArguments arguments;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE|DIR")
  private List<Path> paths;

  @Option(
      names = "--associations",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many at once (default: ${DEFAULT-VALUE}).")
  private int associations;

  @Option(names = "--json", description = "Prints a JSON object a file, and one of all at the end.")
  private boolean json;

  @Spec private CommandSpec spec;

  private final List<String> failures = new ArrayList<>();
  private int sent;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (associations < 1) {
      throw new ParameterException(spec.commandLine(), "--associations must be 1 or more");
    }
    SendList list = SendList.of(paths);
    list.unreadable().forEach((file, reason) -> failed(file, "cannot be sent: " + reason, ""));
    long start = System.nanoTime();
    ProgressLine progress = ProgressLine.onTerminal(list.files().size());
    Optional<AssociationException> trouble =
        new InstanceSender(arguments.requestor(), arguments.peer(), associations)
            .send(list.files(), outcome -> report(outcome, progress));
    progress.end();
    conclude(list, (System.nanoTime() - start) / 1e9);
    trouble.map(PeerArguments::remedy).ifPresent(spec.commandLine().getErr()::println);
    return exitCode(trouble).number();
  }

  private ExitCode exitCode(Optional<AssociationException> trouble) {
    if (sent == 0 && trouble.isPresent()) {
      return PeerArguments.exitCode(trouble.get());
    }
    return failures.isEmpty() && sent > 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private synchronized void report(Outcome outcome, ProgressLine progress) {
    progress.advance();
    Path file = outcome.file().file();
    if (!outcome.isSent()) {
      failed(file, reason(outcome), outcome.status().map(Status::remedy).orElse(""));
    } else {
      sent++;
      if (json) {
        out().println(JsonLine.of(Map.of("file", file.toString(), "status", statusOf(outcome))));
      }
    }
  }

  private static String statusOf(Outcome outcome) {
    return outcome.status().map(Status::toString).orElse("");
  }

  private static String reason(Outcome outcome) {
    String detail = outcome.detail();
    return outcome
        .status()
        .map(status -> detail.isEmpty() ? status.toString() : status + ": " + detail)
        .orElse(detail);
  }

  private synchronized void failed(Path file, String reason, String remedy) {
    failures.add(file + ": " + reason + (remedy.isEmpty() ? "" : " (" + remedy + ")"));
    if (json) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("file", file.toString());
      line.put("error", reason);
      if (!remedy.isEmpty()) {
        line.put("remedy", remedy);
      }
      out().println(JsonLine.of(line));
    }
  }

  private void conclude(SendList list, double seconds) {
    failures.forEach(spec.commandLine().getErr()::println);
    if (sent + failures.size() == 0) {
      spec.commandLine().getErr().println("nothing to send: no DICOM file in " + paths);
    }
    if (json) {
      out()
          .println(
              JsonLine.of(
                  Map.of(
                      "sent",
                      sent,
                      "failed",
                      failures.size(),
                      "skipped",
                      list.skipped(),
                      "seconds",
                      seconds)));
    } else {
      out()
          .printf(
              "%d sent, %d failed, %d left out (not DICOM, or a DICOMDIR), %.1f s%n",
              sent, failures.size(), list.skipped(), seconds);
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
