package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who sends. Reading the files is a part of it, and so is the start of a process. */
public enum Sender {
  /** DCMTK's, with Nagle's algorithm on, as Debian ships it: like many modalities. */
  DCMSEND {
    @Override
    void send(InstanceSet instances, Receiver receiver, int associations)
        throws IOException, InterruptedException {
      List<Process> processes = new ArrayList<>();
      for (List<Path> share : instances.shares(associations)) {
        List<String> command = new ArrayList<>(List.of("dcmsend", "-dn"));
        command.addAll(List.of("-aec", receiver.address().title(), "127.0.0.1"));
        command.add(Integer.toString(receiver.address().port()));
        share.forEach(file -> command.add(file.toString()));
        processes.add(new ProcessBuilder(command).inheritIO().start());
      }
      for (Process process : processes) {
        if (process.waitFor() != 0) {
          throw new IOException("dcmsend failed against " + receiver.kind());
        }
      }
    }
  },

  /** Ours: one write for what goes together, never waiting for anything but the answer. */
  GATEWAY {
    @Override
    void send(InstanceSet instances, Receiver receiver, int associations)
        throws IOException, InterruptedException {
      instances.send("BENCH", receiver.address(), associations);
    }
  };

  /**
   * Sends all.
   *
   * @param associations at once, each with its share
   * @throws IOException if not everything was acknowledged with success
   */
  abstract void send(InstanceSet instances, Receiver receiver, int associations)
      throws IOException, InterruptedException;

  @Override
  public String toString() {
    return name().toLowerCase();
  }
}
