package org.dicomgateway.spoke.cli.destination;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.versions.ListText;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway spoke destination add NAME}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Adds a destination. Images go there once a rule names it: 'gateway spoke route add … --send"
          + " NAME'.",
      "Secrets are named by their files, which the spoke has to be able to read."
    },
    footer = {
      "",
      "Examples:",
      "  gateway spoke destination add pacs --dicom PACS@10.0.0.5:104",
      "  gateway spoke destination add cloud --stow https://pacs.example/dicomweb \\",
      "      --bearer-file /etc/gateway/cloud.token --hours 19:00-06:00",
      "  gateway spoke destination add teaching --folder /srv/teaching --layout uid"
    })
final class DestinationAddCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private DestinationChange change;
  @Mixin private AccessArguments access;

  @Parameters(paramLabel = "NAME", description = "Small letters, digits and hyphens.")
  private String name;

  @ArgGroup(multiplicity = "1")
  private Kind kind;

  /** One of them. */
  static final class Kind {
    @Option(names = "--dicom", paramLabel = "AET@HOST:PORT", description = "A DICOM node.")
    private String dicom;

    @Option(names = "--stow", paramLabel = "URL", description = "A DICOMweb server.")
    private String stow;

    @Option(names = "--folder", paramLabel = "DIR", description = "A folder of Part 10 files.")
    private Path folder;

    @Option(names = "--hub", paramLabel = "URL", description = "Another hub.")
    private String hub;
  }

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      description = "Of a folder: uid, or patient (preset).")
  private String layout;

  @Option(names = "--site", paramLabel = "SITE", description = "At a hub: our name there.")
  private String site;

  @Option(
      names = "--calling-aet",
      paramLabel = "AET",
      description = "At a DICOM node: what we call ourselves, if not as the spoke is called.")
  private String calling;

  @Option(
      names = "--limits",
      paramLabel = "RULES",
      description = "How much may be sent when: 'mon-fri 07:00-18:00 normal 2000'.")
  private String limits;

  @Option(
      names = "--hours",
      paramLabel = "HOURS",
      description = "When anything but stat is sent: 'mon-fri 19:00-06:00'.")
  private List<String> hours = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    List<String> lines = lines();
    return change.run(
        service,
        "Destination '" + name + "' is added",
        text -> ListText.ofDestinations(text).with(lines, Optional.empty()));
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>(List.of("- name: " + quoted(name)));
    if (kind.dicom != null) {
      dicom(lines);
    } else if (kind.stow != null) {
      lines.add("  type: stow");
      line(lines, "url", kind.stow);
    } else if (kind.folder != null) {
      lines.add("  type: folder");
      line(lines, "path", kind.folder);
      line(lines, "layout", layout);
    } else {
      lines.add("  type: hub");
      line(lines, "url", kind.hub);
      line(lines, "site", site);
    }
    lines.addAll(kind.hub == null ? access.lines() : access.linesOfAHub());
    line(lines, "limits", limits);
    if (!hours.isEmpty()) {
      lines.add("  hours:");
      hours.forEach(one -> lines.add("    - " + quoted(one)));
    }
    return lines;
  }

  private void dicom(List<String> lines) {
    String[] parts = kind.dicom.split("[@:]");
    if (parts.length != 3) {
      throw new ParameterException(
          spec.commandLine(),
          "--dicom: '%s' is not of the form AET@HOST:PORT".formatted(kind.dicom));
    }
    lines.add("  type: dicom");
    line(lines, "ae-title", parts[0]);
    line(lines, "host", parts[1]);
    lines.add("  port: " + parts[2]);
    line(lines, "calling-ae-title", calling);
  }

  static void line(List<String> lines, String word, Object value) {
    if (value != null) {
      lines.add("  " + word + ": " + quoted(value.toString()));
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
