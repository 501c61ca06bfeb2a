package org.dicomgateway.samples.services;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.badline.BadLine;
import org.dicomgateway.samples.badline.CutSchedule;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.services.Installation.Program;

/**
 * A hub and a spoke that can be killed and started again on the same data and ports, with or
 * without a bad line between them. For one thread but for the kills.
 */
public final class HubAndSpoke implements AutoCloseable {
  public static final String SITE = "district";

  private final Setup setup;
  private final String token;
  private Hub hub;
  private BadLine line;
  private Spoke spoke;
  private int hubPort;
  private int dicomPort;
  private int adminPort;

  /**
   * Where and how.
   *
   * @param hubOptions further arguments of the hub, asked for when it starts
   * @param line bad line between the two, if any
   */
  public record Setup(
      Path hubData,
      Path spokeData,
      List<String> jvmOptions,
      Supplier<List<String>> hubOptions,
      List<String> spokeOptions,
      Optional<Line> line) {

    /**
     * Both below a folder, with 256 MB of heap, which is all that is ever promised to be enough,
     * and compiled quickly rather than well: they live for a minute at most.
     */
    public static Setup withSmallHeaps(Path folder) {
      return new Setup(
          folder.resolve("hub"),
          folder.resolve("spoke"),
          List.of("-Xmx256m"),
          List::of,
          List.of(),
          Optional.empty());
    }

    public Setup hubOptions(Supplier<List<String>> options) {
      return new Setup(hubData, spokeData, jvmOptions, options, spokeOptions, line);
    }

    public Setup jvmOption(String option) {
      List<String> options = new ArrayList<>(jvmOptions);
      options.add(option);
      return new Setup(hubData, spokeData, options, hubOptions, spokeOptions, line);
    }

    /** The spoke's folder elsewhere, and further arguments of it. */
    public Setup spoke(Path data, List<String> options) {
      return new Setup(hubData, data, jvmOptions, hubOptions, options, line);
    }

    public Setup over(LineQuality quality, CutSchedule cuts) {
      Optional<Line> between = Optional.of(new Line(quality, cuts));
      return new Setup(hubData, spokeData, jvmOptions, hubOptions, spokeOptions, between);
    }
  }

  /** A line to be opened. */
  public record Line(LineQuality quality, CutSchedule cuts) {}

  private HubAndSpoke(Setup setup, String token) {
    this.setup = setup;
    this.token = token;
  }

  /** Starts both. */
  public static HubAndSpoke start(Setup setup) throws IOException {
    HubAndSpoke both = new HubAndSpoke(setup, Hub.addSite(setup.hubData, SITE));
    try {
      both.startHub();
      both.openLine();
      both.startSpoke();
      return both;
    } catch (IOException e) {
      both.close();
      throw e;
    }
  }

  public void startHub() throws IOException {
    hub =
        Hub.start(
            new Hub.Setup(setup.hubData, hubPort, jvmOptions(Program.HUB), setup.hubOptions.get()));
    hubPort = hub.address().getPort();
  }

  private void openLine() throws IOException {
    if (setup.line.isPresent()) {
      Line wanted = setup.line.get();
      InetSocketAddress server = new InetSocketAddress("127.0.0.1", hubPort);
      line = BadLine.open(0, server, wanted.quality, wanted.cuts);
    }
  }

  public void startSpoke() throws IOException {
    startSpoke(List.of());
  }

  /** Starts it with further arguments for this once. */
  public void startSpoke(List<String> more) throws IOException {
    List<String> options = new ArrayList<>(setup.spokeOptions);
    options.addAll(more);
    spoke =
        Spoke.start(
            new Spoke.Setup(
                setup.spokeData,
                dicomPort,
                adminPort,
                line == null ? hub.address() : URI.create("http://127.0.0.1:" + line.port()),
                SITE,
                token,
                jvmOptions(Program.SPOKE),
                options));
    dicomPort = spoke.dicom().port();
    adminPort = spoke.admin().getPort();
  }

  private List<String> jvmOptions(Program program) {
    List<String> options = new ArrayList<>(Installation.own().quickStart(program));
    options.addAll(setup.jvmOptions);
    return options;
  }

  /** Puts a line between the two that somebody has opened. */
  public void restartSpokeThrough(BadLine badLine) throws IOException {
    line = badLine;
    spoke.close();
    startSpoke();
  }

  public void killHub() {
    hub.process().kill();
  }

  public void killSpoke() {
    spoke.process().kill();
  }

  public Hub hub() {
    return hub;
  }

  public Spoke spoke() {
    return spoke;
  }

  /** The bad line between them; there has to be one. */
  public BadLine line() {
    return line;
  }

  public Setup setup() {
    return setup;
  }

  /** Sends by our own software, over one association, as a modality of an AE title. */
  public void send(String aeTitle, Collection<InstanceFile> files, Consumer<Outcome> listener)
      throws InterruptedException {
    AssociationRequestor modality = new AssociationRequestor(aeTitle, Timeouts.DEFAULT);
    new InstanceSender(modality, spoke.dicom(), 1).send(files, listener);
  }

  @Override
  public void close() throws IOException {
    if (spoke != null) {
      spoke.close();
    }
    if (line != null) {
      line.close();
    }
    if (hub != null) {
      hub.close();
    }
  }
}
