package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.samples.badline.BadLine;
import org.dicomgateway.samples.services.Hub;
import org.dicomgateway.samples.services.HubAndSpoke;
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
  static final String SITE = HubAndSpoke.SITE;

  private UnaryOperator<HubAndSpoke.Setup> change = UnaryOperator.identity();
  private Path folder;
  private HubAndSpoke both;

  private RunningGateway() {}

  static RunningGateway withSmallHeaps() {
    return new RunningGateway();
  }

  /** Further arguments for the hub, asked for when it starts. */
  RunningGateway hubOptions(Supplier<List<String>> options) {
    return with(setup -> setup.hubOptions(options));
  }

  /** Further arguments for the spoke. */
  RunningGateway spokeOptions(List<String> options) {
    return with(setup -> setup.spoke(setup.spokeData(), options));
  }

  /** Started otherwise than by default. */
  RunningGateway with(UnaryOperator<HubAndSpoke.Setup> more) {
    UnaryOperator<HubAndSpoke.Setup> before = change;
    change = setup -> more.apply(before.apply(setup));
    return this;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    folder = Files.createTempDirectory("whole-way");
    Files.createDirectory(temporaryFolder());
    HubAndSpoke.Setup setup =
        HubAndSpoke.Setup.withSmallHeaps(folder).jvmOption("-Djava.io.tmpdir=" + temporaryFolder());
    both = HubAndSpoke.start(change.apply(setup));
  }

  void startHub() throws IOException {
    both.startHub();
  }

  void startSpoke() throws IOException {
    both.startSpoke();
  }

  /** Puts a line between spoke and hub. */
  void restartSpokeThrough(BadLine badLine) throws IOException {
    both.restartSpokeThrough(badLine);
  }

  void killHub() {
    both.killHub();
  }

  void killSpoke() {
    both.killSpoke();
  }

  Hub hub() {
    return both.hub();
  }

  Spoke spoke() {
    return both.spoke();
  }

  HubAndSpoke both() {
    return both;
  }

  /** A folder that goes when the tests have ended. */
  Path folder(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  HubClient client() {
    return new HubClient(hub().address());
  }

  /** Sends by our own software, over one association. */
  List<Outcome> send(Collection<InstanceFile> files) throws InterruptedException {
    List<Outcome> outcomes = Collections.synchronizedList(new ArrayList<>());
    send(files, outcomes::add);
    return outcomes;
  }

  void send(Collection<InstanceFile> files, Consumer<Outcome> listener)
      throws InterruptedException {
    both.send("MODALITY", files, listener);
  }

  /** A modality that asks for an association and goes away. */
  void openAndAbort() throws IOException {
    ProposedContext context =
        new ProposedContext(1, UID.CTImageStorage, List.of(UID.ExplicitVRLittleEndian));
    new AssociationRequestor("MODALITY", Timeouts.DEFAULT)
        .open(spoke().dicom(), List.of(context))
        .abort();
  }

  /** Waits until the hub has given its receipt for all that the spoke holds. */
  void awaitDelivered() throws Exception {
    HubClient admin = new HubClient(spoke().admin());
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
    if (context.getExecutionException().isPresent()) {
      System.err.println("--- hub\n" + hub().process().tail());
      System.err.println("--- spoke\n" + spoke().process().tail());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    if (both != null) {
      both.close();
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
