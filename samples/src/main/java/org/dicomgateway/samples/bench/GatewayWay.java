package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.samples.badline.BadLine;
import org.dicomgateway.samples.badline.CutSchedule;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.services.Hub;
import org.dicomgateway.samples.services.Spoke;
import tools.jackson.databind.JsonNode;

/** Ours, as installed, with small heaps. */
record GatewayWay(Hub hub, BadLine line, Spoke spoke) implements Way {
  private static final String SITE = "bench";
  private static final List<String> JAVA_OPTIONS = List.of("-Xmx256m");

  static GatewayWay open(Path folder, LineQuality quality, List<String> spokeOptions)
      throws IOException {
    Path hubFolder = folder.resolve("hub");
    String token = Hub.addSite(hubFolder, SITE);
    Hub hub = Hub.start(new Hub.Setup(hubFolder, 0, JAVA_OPTIONS, List.of()));
    InetSocketAddress server = new InetSocketAddress("127.0.0.1", hub.address().getPort());
    BadLine line = BadLine.open(0, server, quality, CutSchedule.never());
    URI overLine = URI.create("http://127.0.0.1:" + line.port());
    Path data = folder.resolve("spoke");
    Spoke spoke =
        Spoke.start(new Spoke.Setup(data, 0, 0, overLine, SITE, token, JAVA_OPTIONS, spokeOptions));
    return new GatewayWay(hub, line, spoke);
  }

  @Override
  public void send(InstanceSet study) throws IOException, InterruptedException {
    send(study, "BENCH");
  }

  /** Sends by a modality of that AE title. */
  void send(InstanceSet study, String aeTitle) throws IOException, InterruptedException {
    study.send(aeTitle, spoke.dicom(), 1);
  }

  /** Likewise; returns {@link System#nanoTime} of the last C-STORE-RSP. */
  long send(List<InstanceFile> files, String aeTitle) throws IOException, InterruptedException {
    return InstanceSet.send(files, aeTitle, spoke.dicom(), 1);
  }

  @Override
  public int readable() throws IOException, InterruptedException {
    return readable("");
  }

  /** Instances of one study that can be found by now (QIDO-RS). */
  int readable(String study) throws IOException, InterruptedException {
    URI studies = hub.address().resolve("/dicomweb/studies?StudyInstanceUID=" + study);
    int count = 0;
    for (JsonNode match : Rest.get(studies)) {
      count += match.path("00201208").path("Value").path(0).asInt();
    }
    return count;
  }

  @Override
  public void close() throws IOException {
    spoke.close();
    line.close();
    hub.close();
  }
}
