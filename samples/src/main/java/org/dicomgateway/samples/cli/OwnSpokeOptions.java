package org.dicomgateway.samples.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** How a measurement starts our spoke. */
final class OwnSpokeOptions {
  @Option(
      names = "--spoke-option",
      paramLabel = "OPTION",
      description = "Further argument of our spoke, may be repeated.")
  List<String> arguments = List.of();
}
