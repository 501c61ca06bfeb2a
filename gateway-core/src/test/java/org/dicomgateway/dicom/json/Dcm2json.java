package org.dicomgateway.dicom.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.part10.Part10;

/** DCMTK's printer of DICOM JSON. */
final class Dcm2json {
  /** Tag, VR and length of an element with fragments, and its first item's header. */
  private static final int HEADERS = 12 + 8;

  private Dcm2json() {}

  /** It refuses files with encapsulated pixel data, so it gets them without. */
  static PeerAnswer print(Path file, Part10 part10) throws IOException, InterruptedException {
    Optional<Value> pixels = part10.dataSet().element(Tag.PixelData).map(Element::value);
    if (pixels.isEmpty() || !(pixels.get() instanceof Value.Fragments fragments)) {
      return print(file);
    }
    int length = Math.toIntExact(fragments.basicOffsetTable().offset() - HEADERS);
    Path header = Files.createTempFile("header", ".dcm");
    try {
      Files.write(header, Arrays.copyOf(Files.readAllBytes(file), length));
      return print(header);
    } finally {
      Files.delete(header);
    }
  }

  private static PeerAnswer print(Path file) throws IOException, InterruptedException {
    Path errors = Files.createTempFile("dcm2json", ".txt");
    try {
      Process process =
          new ProcessBuilder("dcm2json", "-fc", "-ll", "error", file.toString())
              .redirectError(errors.toFile())
              .start();
      String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0
          ? PeerAnswer.ofJson(json)
          : new PeerAnswer.Refusal(Files.readString(errors).strip());
    } finally {
      Files.delete(errors);
    }
  }
}
