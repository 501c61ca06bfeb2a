package org.dicomgateway.samples.services;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.samples.services.Installation.Program;

/**
 * A spoke that runs as a process.
 *
 * @param dicom where it takes instances
 * @param admin address of its status page
 */
public record Spoke(ServiceProcess process, ApplicationEntity dicom, URI admin)
    implements AutoCloseable {
  public static final String AE_TITLE = "GATEWAY";

  /**
   * How to run a spoke.
   *
   * @param dicomPort 0 for a free one
   * @param adminPort 0 for a free one
   * @param more further arguments
   */
  public record Setup(
      Path data,
      int dicomPort,
      int adminPort,
      URI hub,
      String site,
      String token,
      List<String> jvmOptions,
      List<String> more) {}

  /** Starts a spoke and waits until it serves. */
  public static Spoke start(Setup setup) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve", "--data", setup.data.toString()));
    arguments.addAll(List.of("--aet", AE_TITLE));
    arguments.addAll(List.of("--dicom-port", String.valueOf(setup.dicomPort)));
    arguments.addAll(List.of("--admin-port", String.valueOf(setup.adminPort)));
    arguments.addAll(List.of("--hub", setup.hub.toString()));
    arguments.addAll(List.of("--site", setup.site, "--token", setup.token));
    arguments.addAll(setup.more);
    List<String> command = Installation.own().command(Program.SPOKE, setup.jvmOptions, arguments);
    ServiceProcess process =
        ServiceProcess.start(command, "spoke ready ", setup.data.resolve("spoke.log"));
    return of(process);
  }

  /** Reads {@code spoke ready dicom://AET@host:port http://…}. */
  private static Spoke of(ServiceProcess process) {
    String[] words = process.readyLine().split(" ");
    String dicom = words[2].substring("dicom://".length());
    return new Spoke(process, ApplicationEntity.parse(dicom), URI.create(words[3]));
  }

  @Override
  public void close() {
    process.close();
  }
}
