package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.samples.badline.BadLine;
import org.dicomgateway.samples.badline.CutSchedule;
import org.dicomgateway.samples.badline.LineQuality;
import tools.jackson.databind.json.JsonMapper;

/**
 * Orthanc at both ends, from peer to peer with compression.
 *
 * @param ids of the prepared instances at the sender
 */
record OrthancPeerWay(OrthancServer archive, BadLine line, OrthancServer sender, List<String> ids)
    implements Way {
  private static final String PEER = "archive";

  static OrthancPeerWay open(Path folder, LineQuality quality)
      throws IOException, InterruptedException {
    OrthancServer archive = OrthancServer.start(folder.resolve("archive"), "");
    InetSocketAddress server = new InetSocketAddress("127.0.0.1", archive.httpPort());
    BadLine line = BadLine.open(0, server, quality, CutSchedule.never());
    // It is not kept alive towards us, whose requests it would lose when it tires of waiting.
    String more =
        ", \"KeepAlive\": false, \"OrthancPeers\": {\"%s\": [\"http://127.0.0.1:%d/\"]}"
            .formatted(PEER, line.port());
    OrthancServer sender = OrthancServer.start(folder.resolve("sender"), more);
    return new OrthancPeerWay(archive, line, sender, new ArrayList<>());
  }

  /** The sender has the study already. */
  @Override
  public void prepare(InstanceSet study) throws IOException, InterruptedException {
    ids.clear();
    for (Path file : study.files()) {
      ids.add(
          Rest.post(sender.rest("/instances"), BodyPublishers.ofFile(file)).path("ID").asString());
    }
  }

  @Override
  public void send(InstanceSet study) throws IOException, InterruptedException {
    String job =
        "{\"Resources\":%s,\"Compress\":true,\"Synchronous\":true}"
            .formatted(JsonMapper.shared().writeValueAsString(ids));
    Rest.post(sender.rest("/peers/" + PEER + "/store"), BodyPublishers.ofString(job));
  }

  @Override
  public int readable() throws IOException, InterruptedException {
    return archive.instances();
  }

  @Override
  public void close() throws IOException {
    sender.close();
    line.close();
    archive.close();
  }
}
