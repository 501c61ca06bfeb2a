package org.dicomgateway.samples.cli;

import java.util.concurrent.Callable;
import org.dicomgateway.samples.bench.CodecBench;
import org.dicomgateway.samples.bench.CodecResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bench codec}: how fast and how small JPEG-LS is, ours and others'. */
@Command(
    name = "codec",
    mixinStandardHelpOptions = true,
    description = {
      "Encodes and decodes CT images by our JPEG-LS, CharLS and DCMTK, in turns; medians.",
      "libcharls.so.2, dcmcjpls and dcmdjpls have to be installed (Debian: libcharls2, dcmtk).",
      "Takes about 1 MB an image below --work."
    })
final class BenchCodec implements Callable<Integer> {
  @Mixin private CtOptions source;

  @Option(
      names = "--images",
      paramLabel = "N",
      defaultValue = "100",
      description = "Number, made up of copies if need be (default: ${DEFAULT-VALUE}).")
  private int images;

  @Option(
      names = "--runs",
      paramLabel = "N",
      defaultValue = "5",
      description = "Turns of each, after one to warm up (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Mixin private BenchOptions bench;

  @Override
  public Integer call() throws Exception {
    bench.require(images >= 1 && runs >= 1, "--images and --runs must be 1 or more");
    CodecBench codecs = new CodecBench(source.studies(), images, runs, bench.work());
    CodecResult result = codecs.run(bench.progress());
    bench.print(result.table(), result);
    return 0;
  }
}
