package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.badline.BadLine;
import org.dicomgateway.samples.services.Hub;
import org.dicomgateway.samples.services.Spoke;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import tools.jackson.databind.JsonNode;

/**
 * A hub and a spoke as processes that start before a class of tests and end after it; they can be
 * killed and started again on the same data and ports. Prints their logs when a test fails.
 */
final class RunningGateway
    implements BeforeAllCallback, AfterTestExecutionCallback, AfterAllCallback {
  static final String SITE = "district";

  private final List<String> jvmOptions;
  private Supplier<List<String>> hubOptions = List::of;
  private List<String> spokeOptions = List.of();
  private OptionalInt line = OptionalInt.empty();
  private Path folder;
  private String token;
  private Hub hub;
  private Spoke spoke;
  private int hubPort;
  private int dicomPort;
  private int adminPort;

  private RunningGateway(List<String> jvmOptions) {
    this.jvmOptions = jvmOptions;
  }

  /**
   * Both with 256 MB of heap, which is all that is ever promised to be enough, and compiled quickly
   * rather than well: they live for a minute at most.
   */
  static RunningGateway withSmallHeaps() {
    return new RunningGateway(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"));
  }

  /** Further arguments for the hub, asked for when it starts. */
  RunningGateway hubOptions(Supplier<List<String>> options) {
    hubOptions = options;
    return this;
  }

  /** Further arguments for the spoke. */
  RunningGateway spokeOptions(List<String> options) {
    spokeOptions = options;
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("whole-way");
    Files.createDirectory(temporaryFolder());
    token = Hub.addSite(folder.resolve("hub"), SITE);
    startHub();
    startSpoke();
  }

  void startHub() throws IOException {
    hub = Hub.start(new Hub.Setup(folder.resolve("hub"), hubPort, jvmOptions(), hubOptions.get()));
    hubPort = hub.address().getPort();
  }

  void startSpoke() throws IOException {
    spoke =
        Spoke.start(
            new Spoke.Setup(
                folder.resolve("spoke"),
                dicomPort,
                adminPort,
                hubAsTheSpokeSeesIt(),
                SITE,
                token,
                jvmOptions(),
                spokeOptions));
    dicomPort = spoke.dicom().port();
    adminPort = spoke.admin().getPort();
  }

  private URI hubAsTheSpokeSeesIt() {
    return line.isPresent() ? URI.create("http://127.0.0.1:" + line.getAsInt()) : hub.address();
  }

  private List<String> jvmOptions() {
    List<String> options = new ArrayList<>(jvmOptions);
    options.add("-Djava.io.tmpdir=" + temporaryFolder());
    return options;
  }

  /** Puts a line between spoke and hub. */
  void restartSpokeThrough(BadLine badLine) throws IOException {
    line = OptionalInt.of(badLine.port());
    spoke.close();
    startSpoke();
  }

  void killHub() {
    hub.process().kill();
  }

  void killSpoke() {
    spoke.process().kill();
  }

  Hub hub() {
    return hub;
  }

  Spoke spoke() {
    return spoke;
  }

  /** A folder that goes when the tests have ended. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  HubClient client() {
    return new HubClient(hub.address());
  }

  /** Sends by our own software, over one association. */
  List<Outcome> send(Collection<InstanceFile> files) throws InterruptedException {
    List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    send(files, outcomes::add);
    return outcomes;
  }

  void send(Collection<InstanceFile> files, Consumer<Outcome> listener)
      throws InterruptedException {
    AssociationRequestor modality = new AssociationRequestor("MODALITY", Timeouts.DEFAULT);
    new InstanceSender(modality, spoke.dicom(), 1).send(files, listener);
  }

  /** A modality that asks for an association and goes away. */
  void openAndAbort() throws IOException {
    ProposedContext context =
        new ProposedContext(1, UID.CTImageStorage, List.of(UID.ExplicitVRLittleEndian));
    new AssociationRequestor("MODALITY", Timeouts.DEFAULT)
        .open(spoke.dicom(), List.of(context))
        .abort();
  }

  /** Waits until the hub has given its receipt for all that the spoke holds. */
  void awaitDelivered() throws Exception {
    HubClient admin = new HubClient(spoke.admin());
    Eventually.isTrue(
        "the spoke has delivered everything",
        () -> {
          JsonNode instances = admin.json("/api/status").path("forward").path("instances");
          return instances.path("WAITING").path("count").asInt(-1) == 0
              && instances.path("PACKED").path("count").asInt(-1) == 0;
        });
  }

  /** The hub's own folder. */
  Path hubFolder() {
    return folder.resolve("hub");
  }

  /** The spoke's own folder. */
  Path spokeFolder() {
    return folder.resolve("spoke");
  }

  /** Where both services put what the system would else put into its own. */
  Path temporaryFolder() {
    return folder.resolve("temporary");
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    if (context.getExecutionException().isPresent() && hub != null && spoke != null) {
      System.err.println("--- hub\n" + hub.process().tail());
      System.err.println("--- spoke\n" + spoke.process().tail());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (spoke != null) {
      spoke.close();
    }
    if (hub != null) {
      hub.close();
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
