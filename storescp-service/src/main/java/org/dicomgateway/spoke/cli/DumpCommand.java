package org.dicomgateway.spoke.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.dictionary.UidDictionary;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.json.BulkDataUris;
import org.dicomgateway.dicom.json.DicomJson;
import org.dicomgateway.dicom.part10.FrameTable;
import org.dicomgateway.dicom.part10.Part10;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway dump}: what is in a file. */
@Command(
    name = "dump",
    mixinStandardHelpOptions = true,
    description = {
      "Lists what a DICOM file holds: tag, representation, value, length, name.",
      "Of a damaged file what can be read is listed; exit code 1."
    },
    footer = {"", "Example: gateway dump IM000001"})
final class DumpCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE")
  private Path file;

  @Option(names = "--json", description = "Prints DICOM JSON (PS3.18 F), bulk data left out.")
  private boolean json;

  @Option(
      names = "--frames",
      description = "Lists where each frame lies in the file instead: number, first byte, bytes.")
  private boolean frames;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Part10.Reading reading = read();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      byte[] bytes = DicomJson.bytes(reading.part10().dataSet(), BulkDataUris.NONE);
      out.println(new String(bytes, StandardCharsets.UTF_8));
    } else if (frames) {
      listFrames(reading.part10(), out);
    } else {
      list(reading.part10(), out);
    }
    out.flush();
    reading
        .damage()
        .ifPresent(
            damage -> spec.commandLine().getErr().println(file + ": " + damage.getMessage()));
    return reading.damage().isEmpty() ? 0 : 1;
  }

  private Part10.Reading read() throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder; name a file");
    }
    try {
      return Part10.readLeniently(file, ReadOptions.WHOLE);
    } catch (DicomParseException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static void list(Part10 part10, PrintWriter out) {
    String syntax = part10.transferSyntax().uid();
    out.printf("# File meta information%n");
    new Listing(out).print(part10.fileMetaInformation());
    out.printf(
        "%n# Data set at byte %d, %s%n", part10.dataSetOffset(), UidDictionary.nameOf(syntax));
    new Listing(out).print(part10.dataSet());
  }

  private void listFrames(Part10 part10, PrintWriter out) throws IOException {
    FrameTable table = FrameTable.of(part10, BulkDataSource.of(file));
    for (int frame = 1; frame <= table.frameCount(); frame++) {
      ByteRange range = table.range(frame);
      out.printf("%d\t%d\t%d%n", frame, range.offset(), range.length());
    }
  }
}
