package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * JPEG-LS of CT images: ours and CharLS in this process, on one thread, and DCMTK's programs, which
 * hold an older CharLS, as a process for each image, start and files included. What is measured is
 * time on a processor.
 *
 * @param studies folder of CT images; null for generated ones
 * @param work folder for what is generated and for DCMTK's files
 */
public record CodecBench(Path studies, int images, int runs, Path work) {

  /** Runs all, in turns; the first turn only warms up. */
  public CodecResult run(Consumer<String> progress) throws IOException, InterruptedException {
    List<Path> files = InstanceSet.write(studies, images, work).files();
    List<CtFrame> frames = new ArrayList<>();
    for (Path file : files) {
      frames.add(CtFrame.read(file));
    }
    FrameCodec charls = new CharLs();
    List<CodecResult.Turn> turns = new ArrayList<>();
    for (int run = 0; run <= runs; run++) {
      List<CodecResult.Turn> turn =
          List.of(
              turn("gateway", FrameCodec.GATEWAY, frames),
              turn("CharLS", charls, frames),
              dcmtk(files, frames));
      turn.forEach(one -> progress.accept(one.toString()));
      if (run > 0) {
        turns.addAll(turn);
      }
    }
    return new CodecResult(images, frames.stream().mapToLong(CtFrame::bytes).sum(), turns);
  }

  private static CodecResult.Turn turn(String name, FrameCodec codec, List<CtFrame> frames)
      throws IOException {
    List<byte[]> codestreams = new ArrayList<>();
    double start = ProcessorTime.ofThisThread();
    for (CtFrame frame : frames) {
      codestreams.add(codec.encode(frame.samples(), frame.shape()));
    }
    double encoded = ProcessorTime.ofThisThread();
    List<short[]> decoded = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      decoded.add(codec.decode(codestreams.get(i), frames.get(i).shape()));
    }
    double end = ProcessorTime.ofThisThread();
    for (int i = 0; i < frames.size(); i++) {
      if (!Arrays.equals(decoded.get(i), frames.get(i).samples())) {
        throw new IOException(name + " changed image " + i);
      }
    }
    long size = codestreams.stream().mapToLong(codestream -> codestream.length).sum();
    return new CodecResult.Turn(name, size, encoded - start, end - encoded);
  }

  private CodecResult.Turn dcmtk(List<Path> files, List<CtFrame> frames)
      throws IOException, InterruptedException {
    Path folder = Files.createDirectories(work.resolve("dcmtk"));
    List<Path> encoded = new ArrayList<>();
    double start = ProcessorTime.ofEndedProcesses();
    for (Path file : files) {
      encoded.add(convert("dcmcjpls", file, folder.resolve(file.getFileName())));
    }
    double middle = ProcessorTime.ofEndedProcesses();
    for (Path file : encoded) {
      convert("dcmdjpls", file, folder.resolve("decoded.dcm"));
    }
    double end = ProcessorTime.ofEndedProcesses();
    long size = frames.stream().mapToLong(CtFrame::bytes).sum();
    for (int i = 0; i < files.size(); i++) {
      size += Files.size(encoded.get(i)) - Files.size(files.get(i));
    }
    return new CodecResult.Turn("dcmcjpls", size, middle - start, end - middle);
  }

  private static Path convert(String program, Path from, Path to)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(program, from.toString(), to.toString()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IOException("%s ended with %d at %s".formatted(program, process.exitValue(), from));
    }
    return to;
  }
}
