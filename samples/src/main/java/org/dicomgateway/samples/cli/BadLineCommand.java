package org.dicomgateway.samples.cli;

import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dicomgateway.samples.badline.BadLine;
import org.dicomgateway.samples.badline.Cut;
import org.dicomgateway.samples.badline.CutSchedule;
import org.dicomgateway.samples.badline.LineQuality;
import org.dicomgateway.samples.badline.Traffic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code badline}: a bad line to put between two programs. */
@Command(
    name = "badline",
    mixinStandardHelpOptions = true,
    description = {
      "Passes TCP connections on as a slow, long, lossy, breaking line would.",
      "Prints what passes every second, and a summary at its end (Ctrl-C)."
    })
final class BadLineCommand implements Callable<Integer> {
  private static final Pattern OUTAGES = Pattern.compile("(\\d+)s:(\\d+)s");
  private static final int MEGABYTE = 1_000_000;

  @Option(
      names = "--listen",
      paramLabel = "PORT",
      required = true,
      converter = Port.class,
      description = "On the loopback interface; 0 for a free one.")
  private int port;

  @Option(names = "--to", paramLabel = "HOST:PORT", required = true, description = "The server.")
  private String server;

  @Mixin private LineOptions line;

  @Option(
      names = "--cut-every-mb",
      paramLabel = "N",
      description = "Cuts all connections each time so many MB have passed in both directions.")
  private Double cutEvery;

  @Option(
      names = "--cut-seed",
      paramLabel = "S",
      description = {
        "Cuts at random points, --cut-every-mb apart on average (10 if it is not given)."
      })
  private Long cutSeed;

  @Option(
      names = "--cut-kinds",
      split = ",",
      paramLabel = "KIND",
      defaultValue = "RESET",
      description = {
        "How it breaks: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
        "RESET tells both ends, SILENT none, HALF_OPEN the client; LYING_RESET first delivers what"
            + " the client sends and keeps the answer back."
      })
  private List<Cut> cutKinds;

  @Option(
      names = "--down",
      paramLabel = "UP:DOWN",
      description = "Up for so long, then nothing passes for so long, again and again: 10s:5s.")
  private String outages;

  @Option(names = "--json", description = "Prints JSON lines.")
  private boolean json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    InetSocketAddress to = server();
    LineQuality quality = quality();
    CutSchedule schedule = schedule();
    Port.requireFree(port, "--listen");
    try (BadLine box = BadLine.open(port, to, quality, schedule)) {
      out.println(
          "badline ready 127.0.0.1:%d -> %s, seed %d".formatted(box.port(), server, line.seed));
      out.flush();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> show(box.traffic(), null, out)));
      Traffic last = box.traffic();
      while (true) {
        Thread.sleep(1000);
        Traffic now = box.traffic();
        show(now, now.since(last), out);
        last = now;
      }
    }
  }

  private InetSocketAddress server() {
    int colon = server.lastIndexOf(':');
    try {
      String host = server.substring(0, Math.max(colon, 0));
      if (host.isEmpty()) {
        throw new IllegalArgumentException("no host");
      }
      return new InetSocketAddress(host, Integer.parseInt(server.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--to: HOST:PORT, not " + server);
    }
  }

  private LineQuality quality() {
    if (outages == null) {
      return line.quality();
    }
    Matcher matcher = OUTAGES.matcher(outages);
    if (!matcher.matches()) {
      throw new ParameterException(spec.commandLine(), "--down: such as 10s:5s, not " + outages);
    }
    Duration up = Duration.ofSeconds(Long.parseLong(matcher.group(1)));
    Duration down = Duration.ofSeconds(Long.parseLong(matcher.group(2)));
    return line.quality().outages(up, down);
  }

  private CutSchedule schedule() {
    if (cutSeed != null) {
      double mean = cutEvery == null ? 10 : cutEvery;
      return CutSchedule.random(Math.round(mean * MEGABYTE), cutKinds, cutSeed);
    }
    return cutEvery == null
        ? CutSchedule.never()
        : CutSchedule.every(Math.round(cutEvery * MEGABYTE), cutKinds);
  }

  /**
   * Prints a line.
   *
   * @param second what passed in the last second; null for a summary
   */
  private void show(Traffic all, Traffic second, PrintWriter out) {
    if (json) {
      Object line = second == null ? Map.of("all", all) : Map.of("second", second, "all", all);
      out.println(JsonMapper.shared().writeValueAsString(line));
    } else if (second == null) {
      out.println("badline ended: " + totals(all));
    } else {
      out.println(
          "up %6d kbit/s, down %6d kbit/s; %s"
              .formatted(second.upGiven() / 125, second.downGiven() / 125, totals(all)));
    }
    out.flush();
  }

  private static String totals(Traffic all) {
    return "up %.1f MB taken, %.1f given, down %.1f taken, %.1f given, connections %d, cuts %d"
        .formatted(
            all.upTaken() / 1e6,
            all.upGiven() / 1e6,
            all.downTaken() / 1e6,
            all.downGiven() / 1e6,
            all.connections(),
            all.cuts());
  }
}
