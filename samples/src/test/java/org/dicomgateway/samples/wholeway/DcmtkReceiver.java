package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dicomgateway.testdata.OrthancServer;

/** DCMTK's {@code storescp}, which writes data sets as they come and notes each that does. */
record DcmtkReceiver(Process process, int port, Path folder, Path log) implements AutoCloseable {
  static final String AE_TITLE = "STORESCP";
  private static final Pattern REQUEST = Pattern.compile("Affected SOP Instance UID +: (\\S+)");

  static DcmtkReceiver start(Path folder) throws Exception {
    int port = OrthancServer.freePort();
    Path files = Files.createDirectories(folder.resolve("files"));
    Path log = folder.resolve("storescp.log");
    Process process =
        new ProcessBuilder(
                "storescp",
                "--debug",
                "--bit-preserving",
                "-od",
                files.toString(),
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Eventually.isTrue("storescp listens", () -> listens(port));
    return new DcmtkReceiver(process, port, files, log);
  }

  private static boolean listens(int port) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    }
  }

  /** As destinations name it. */
  String address() {
    return "%s@127.0.0.1:%d".formatted(AE_TITLE, port);
  }

  /** SOP Instance UIDs of all that came, as often as they came. */
  List<String> came() throws IOException {
    return REQUEST
        .matcher(Files.readString(log))
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }

  /** What came last of an instance. */
  Path file(String sopInstanceUid) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("." + sopInstanceUid))
          .findFirst()
          .orElseThrow();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
