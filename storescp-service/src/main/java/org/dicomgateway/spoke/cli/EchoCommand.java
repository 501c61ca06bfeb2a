package org.dicomgateway.spoke.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.pdu.UserItem.ImplementationVersionName;
import org.dicomgateway.dimse.service.ServiceClassUser;
import org.dicomgateway.dimse.service.ServiceClassUser.Response;
import org.dicomgateway.dimse.service.Status;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gateway echo}: is a peer there, and does it know us? */
@Command(
    name = "echo",
    mixinStandardHelpOptions = true,
    description = "Asks a DICOM peer whether it is there (C-ECHO).",
    footer = {
      "",
      "Example: gateway echo ARCHIVE@10.0.0.5:104",
      "         gateway echo ARCHIVE@pacs.example:2762 --tls-ca ca.pem"
    })
final class EchoCommand implements Callable<Integer> {
  private static final ProposedContext VERIFICATION =
      new ProposedContext(
          1, UID.Verification, List.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian));

  @Mixin private PeerArguments arguments;

  @Option(names = "--json", description = "Prints one JSON object.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    ApplicationEntity peer = arguments.peer();
    long start = System.nanoTime();
    try (Association association = arguments.requestor().open(peer, List.of(VERIFICATION))) {
      Response response = new ServiceClassUser(association).echo();
      long millis = (System.nanoTime() - start) / 1_000_000;
      String software =
          association
              .peer()
              .item(ImplementationVersionName.class)
              .map(ImplementationVersionName::name)
              .orElse("");
      association.release();
      print(peer, response, millis, software);
      return response.status().equals(Status.SUCCESS) ? 0 : 1;
    } catch (AssociationException e) {
      return fail(peer, e);
    }
  }

  private void print(ApplicationEntity peer, Response response, long millis, String software) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(
          JsonLine.of(
              Map.of(
                  "peer",
                  peer.toString(),
                  "status",
                  response.status().toString(),
                  "milliseconds",
                  millis,
                  "software",
                  software)));
    } else {
      out.printf(
          "%s: %s, %d ms%s%n",
          peer, response.status().meaning(), millis, software.isEmpty() ? "" : ", " + software);
    }
  }

  private int fail(ApplicationEntity peer, AssociationException failure) {
    if (json) {
      spec.commandLine()
          .getOut()
          .println(JsonLine.of(Map.of("peer", peer.toString(), "error", failure.getMessage())));
    }
    String message = failure.getMessage();
    spec.commandLine()
        .getErr()
        .println(message.contains(peer.toString()) ? message : peer + ": " + message);
    spec.commandLine().getErr().println(PeerArguments.remedy(failure));
    return PeerArguments.exitCode(failure).number();
  }
}
