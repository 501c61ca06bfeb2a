package org.dicomgateway.samples.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.samples.generator.SampleStudies;
import org.dicomgateway.samples.services.Hub;
import org.dicomgateway.samples.services.Spoke;

/** A hub and a spoke on this machine that studies are sent through. */
public final class Demo {
  private static final String SITE = "demo";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> JVM = List.of("-Xmx512m");

  private final Settings settings;
  private final PrintWriter out;

  /**
   * What was asked for.
   *
   * @param data folder that hub and spoke keep their data in
   * @param studies the user's own files; empty: the sample studies
   * @param hubPort 0 for a free one
   */
  public record Settings(
      Path data, Optional<Path> studies, int hubPort, boolean exitWhenReadable) {}

  public Demo(Settings settings, PrintWriter out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * Runs the demonstration until it is interrupted, or until all is readable.
   *
   * @return whether everything that was to be sent can be read at the hub
   */
  public boolean run() throws IOException, InterruptedException {
    StudyFiles files = StudyFiles.below(studies());
    files.others().forEach((file, reason) -> out.println("skipped " + file + ": " + reason));
    if (files.studies().isEmpty()) {
      throw new IOException("no DICOM instances below " + settings.studies.orElseThrow());
    }
    Path hubData = settings.data.resolve("hub");
    Hub.Setup hubSetup = new Hub.Setup(hubData, settings.hubPort, JVM, List.of());
    try (Hub hub = Hub.start(hubSetup);
        Spoke spoke = Spoke.start(spokeSetup(hub, token(hubData)))) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(hub, spoke)));
      out.println("hub    " + hub.address());
      out.println("spoke  " + spoke.dicom() + "  " + spoke.admin());
      out.flush();
      Delivery delivery = new Delivery(files.studies(), new ProgressView(out, isTerminal()));
      delivery.run(hub, spoke, PATIENCE);
      boolean complete = report(delivery, hub);
      if (!settings.exitWhenReadable) {
        out.println("Ctrl-C ends it; what was sent stays in " + settings.data);
        out.flush();
        awaitEnd(hub, spoke);
      }
      return complete;
    }
  }

  /** At Ctrl-C, so that a next start finds nothing running. */
  private static void end(Hub hub, Spoke spoke) {
    spoke.close();
    hub.close();
  }

  private Path studies() throws IOException {
    if (settings.studies.isPresent()) {
      return settings.studies.get();
    }
    Path folder = settings.data.resolve("samples");
    out.println("making sample studies in " + folder);
    out.flush();
    SampleStudies.write(folder, SampleStudies.DEFAULT_COUNT, _ -> {});
    return folder;
  }

  private Spoke.Setup spokeSetup(Hub hub, String token) {
    Path data = settings.data.resolve("spoke");
    return new Spoke.Setup(data, 0, 0, hub.address(), SITE, token, JVM, List.of());
  }

  /** The token is shown once, so it is kept beside the data. */
  private String token(Path hubData) throws IOException {
    Path file = settings.data.resolve("demo-site.token");
    if (Files.exists(file)) {
      return Files.readString(file).strip();
    }
    String token = Hub.addSite(hubData, SITE);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    return Files.readString(Files.writeString(file, token));
  }

  private boolean report(Delivery delivery, Hub hub) {
    boolean complete = true;
    for (Progress study : delivery.studies()) {
      study.refused().forEach(refused -> out.println("refused " + refused));
      if (study.missing() > 0) {
        out.printf(
            "not readable at the hub: %d instances of study %s (%s)%n",
            study.missing(), study.study().uid(), study.study().title());
      }
      complete &= study.missing() == 0 && study.refused().isEmpty();
    }
    out.println("study list  " + hub.address().resolve("/"));
    for (Progress study : delivery.studies()) {
      String viewer = "/viewer?StudyInstanceUIDs=" + study.study().uid();
      out.println(study.study().title() + "  " + hub.address().resolve(viewer));
    }
    out.flush();
    return complete;
  }

  private static void awaitEnd(Hub hub, Spoke spoke) throws IOException, InterruptedException {
    while (hub.process().isAlive() && spoke.process().isAlive()) {
      Thread.sleep(500);
    }
    boolean isHub = !hub.process().isAlive();
    throw new IOException(
        (isHub ? "the hub" : "the spoke")
            + " has ended:\n"
            + (isHub ? hub.process().tail() : spoke.process().tail()));
  }

  private static boolean isTerminal() {
    return System.console() != null && System.console().isTerminal();
  }
}
