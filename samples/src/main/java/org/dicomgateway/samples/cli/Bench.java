package org.dicomgateway.samples.cli;

import picocli.CommandLine.Command;

/** {@code bench}: measurements. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures against other software on this machine.",
    subcommands = {
      BenchIngest.class,
      BenchLine.class,
      BenchUrgency.class,
      BenchLive.class,
      BenchCodec.class,
      BenchRoutes.class,
      BenchCuts.class,
      BenchAttack.class
    })
final class Bench {}
