package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.samples.badline.BadLine;
import org.dicomgateway.samples.badline.CutSchedule;
import org.dicomgateway.samples.badline.LineQuality;

/** A modality that sends to a distant archive by C-STORE. */
record StorescuWay(OrthancServer archive, BadLine line) implements Way {
  static StorescuWay open(Path folder, LineQuality quality)
      throws IOException, InterruptedException {
    OrthancServer archive = OrthancServer.start(folder.resolve("archive"), "");
    InetSocketAddress server = new InetSocketAddress("127.0.0.1", archive.dicomPort());
    return new StorescuWay(archive, BadLine.open(0, server, quality, CutSchedule.never()));
  }

  @Override
  public void send(InstanceSet study) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("storescu", "-aec", "ORTHANC", "127.0.0.1"));
    command.add(Integer.toString(line.port()));
    study.files().forEach(file -> command.add(file.toString()));
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("storescu failed");
    }
  }

  @Override
  public int readable() throws IOException, InterruptedException {
    return archive.instances();
  }

  @Override
  public void close() throws IOException {
    line.close();
    archive.close();
  }
}
