package org.dicomgateway.hub.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.hub.testhub.TestHub;
import org.dicomgateway.hub.testhub.TestImage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tests on real images show, on images made here, for whoever has no others. */
class GeneratedInOhifIT {
  private static final int SIDE = 128;
  private static final int FRAMES = 10;

  /** Commands of Debian's toolkits that bring a file into another lossless syntax. */
  private static final Map<String, List<String>> LOSSLESS =
      new TreeMap<>(
          Map.of(
              "implicit", List.of("dcmconv", "+ti"),
              "big endian", List.of("dcmconv", "+tb"),
              "deflated", List.of("dcmconv", "+td"),
              "RLE", List.of("dcmcrle"),
              "JPEG lossless", List.of("dcmcjpeg", "+e1"),
              "JPEG lossless 14", List.of("dcmcjpeg", "+el"),
              "JPEG-LS", List.of("dcmcjpls"),
              "JPEG 2000", List.of("gdcmconv", "--j2k")));

  @TempDir static Path folder;
  private static TestHub hub;
  private static Chromium chromium;

  @BeforeAll
  static void start() {
    hub = TestHub.start();
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    chromium.close();
    hub.close();
  }

  @Test
  void drawsOneImageAlikeInEverySyntax() throws Exception {
    Path plain = slice("plain.dcm", "2.25.30.1.1", 1);
    hub.addAs("2.25.30", "2.25.30.1", plain);
    Map<String, String> series = new TreeMap<>();
    for (var way : LOSSLESS.entrySet()) {
      Path converted = folder.resolve(way.getKey().replace(' ', '-') + ".dcm");
      run(way.getValue(), plain, converted);
      series.put(way.getKey(), "2.25.30." + (series.size() + 2));
      hub.addAs("2.25.30", series.get(way.getKey()), converted);
    }
    try (OhifPage ohif = OhifPage.open(chromium, hub.address(), "2.25.30")) {
      Drawing reference = ohif.show("2.25.30.1");
      assertThat(reference.litShare()).isGreaterThan(0.3);
      for (var variant : series.entrySet()) {
        assertThat(ohif.show(variant.getValue())).as(variant.getKey()).isEqualTo(reference);
      }
    }
  }

  @Test
  void drawsJpegOfTwelveBitsAsItsReferenceDecoderDoes() throws Exception {
    Path plain = slice("plain12.dcm", "2.25.31.1.1", 2);
    Path lossy = folder.resolve("extended.dcm");
    Path decoded = folder.resolve("decoded.dcm");
    run(List.of("dcmcjpeg", "+ee"), plain, lossy);
    run(List.of("dcmdjpeg"), lossy, decoded);
    hub.addAs("2.25.31", "2.25.31.1", lossy);
    hub.addAs("2.25.31", "2.25.31.2", decoded);
    try (OhifPage ohif = OhifPage.open(chromium, hub.address(), "2.25.31")) {
      Drawing ours = ohif.show("2.25.31.1");
      Drawing reference = ohif.show("2.25.31.2");
      assertThat(reference.litShare()).isGreaterThan(0.3);
      assertThat(ours.meanDifference(reference)).isLessThan(0.05);
      assertThat(ours.largestDifference(reference)).isLessThanOrEqualTo(3);
    }
  }

  @Test
  void scrollsThroughASeries() throws Exception {
    List<Path> slices = new ArrayList<>();
    for (int number = 1; number <= 8; number++) {
      slices.add(slice("slice" + number + ".dcm", "2.25.32." + number, number));
    }
    hub.add("song-lam", slices);
    try (OhifPage ohif = OhifPage.open(chromium, hub.address(), TestImage.STUDY)) {
      Set<Drawing> seen = new HashSet<>();
      seen.add(ohif.shown(TestImage.SERIES));
      for (int step = 1; step < slices.size(); step++) {
        String before = ohif.position();
        ohif.scroll();
        ohif.waitForPositionAfter(before);
        seen.add(ohif.shown(TestImage.SERIES));
      }
      assertThat(seen).hasSize(slices.size());
    }
  }

  @Test
  void playsAClip() throws Exception {
    hub.addAs("2.25.33", "2.25.33.1", clip());
    try (OhifPage ohif = OhifPage.open(chromium, hub.address(), "2.25.33")) {
      ohif.shown("2.25.33.1");
      ohif.page().locator("[data-cy=cine-player-play-pause]").first().click();
      Set<Drawing> seen = new HashSet<>();
      for (int look = 0; look < 100 && seen.size() < FRAMES / 2; look++) {
        seen.add(ohif.drawn());
        ohif.page().waitForTimeout(100);
      }
      assertThat(seen).hasSizeGreaterThanOrEqualTo(FRAMES / 2);
    }
  }

  /** Rings around the middle, on 12 of 16 bits; every number has other rings. */
  private static Path slice(String name, String sopInstanceUid, int number) throws IOException {
    ByteBuffer pixels = ByteBuffer.allocate(SIDE * SIDE * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < SIDE * SIDE; i++) {
      double distance = Math.hypot(i % SIDE - SIDE / 2.0, i / SIDE - SIDE / 2.0);
      pixels.putShort((short) (1500 + 900 * Math.sin(distance / (3 + number))));
    }
    Attributes image =
        TestImage.pixels(TestImage.instance(sopInstanceUid), SIDE, SIDE, "MONOCHROME2");
    image
        .setString(Tag.InstanceNumber, VR.IS, Integer.toString(number))
        .setInt(Tag.BitsAllocated, VR.US, 16)
        .setInt(Tag.BitsStored, VR.US, 12)
        .setInt(Tag.HighBit, VR.US, 11)
        .setString(Tag.WindowCenter, VR.DS, "1500")
        .setString(Tag.WindowWidth, VR.DS, "2000")
        .setBytes(Tag.PixelData, VR.OW, pixels.array());
    return TestImage.write(folder.resolve(name), image, UID.ExplicitVRLittleEndian);
  }

  /** A bar that moves to the right. */
  private static Path clip() throws IOException {
    List<List<byte[]>> frames = new ArrayList<>();
    for (int frame = 0; frame < FRAMES; frame++) {
      BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
      image.createGraphics().fillRect(frame * SIDE / FRAMES, 0, SIDE / FRAMES, SIDE);
      ByteArrayOutputStream code = new ByteArrayOutputStream();
      ImageIO.write(image, "jpeg", code);
      if (code.size() % 2 == 1) {
        code.write(0);
      }
      frames.add(List.of(code.toByteArray()));
    }
    Attributes clip =
        TestImage.pixels(TestImage.instance("2.25.33.1.1"), SIDE, SIDE, "MONOCHROME2");
    clip.setString(Tag.SOPClassUID, VR.UI, UID.UltrasoundMultiFrameImageStorage)
        .setString(Tag.Modality, VR.CS, "US")
        .setString(Tag.NumberOfFrames, VR.IS, Integer.toString(FRAMES))
        .setString(Tag.FrameTime, VR.DS, "100");
    return TestImage.write(folder.resolve("clip.dcm"), clip, UID.JPEGBaseline8Bit, frames);
  }

  private static void run(List<String> command, Path from, Path to) throws Exception {
    List<String> whole = new ArrayList<>(command);
    whole.add(from.toString());
    whole.add(to.toString());
    Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(whole + ": " + output).isZero();
  }
}
