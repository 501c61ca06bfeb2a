package org.dicomgateway.hub.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.hub.testhub.TestImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the tests on real images show, on images made here, for whoever has no others. */
class GeneratedInOhifIT {
  private static final int SIDE = 128;
  private static final int FRAMES = 10;

  /** Commands of Debian's toolkits that bring a file into another lossless syntax. */
  private static final List<String> LOSSLESS =
      List.of(
          "dcmconv +ti",
          "dcmconv +tb",
          "dcmconv +td",
          "dcmcrle",
          "dcmcjpeg +e1",
          "dcmcjpeg +el",
          "dcmcjpls",
          "gdcmconv --j2k");

  @RegisterExtension static final Viewer VIEWER = new Viewer();

  @TempDir static Path folder;

  @Test
  void drawsOneImageAlikeInEverySyntax() throws Exception {
    Path plain = slice("plain.dcm", "2.25.30.1.1", 1);
    List<Path> variants = new ArrayList<>();
    for (String command : LOSSLESS) {
      Path converted = folder.resolve(command.replace(' ', '-') + ".dcm");
      Command.run(
          Stream.concat(Stream.of(command.split(" ")), Stream.of(plain, converted)).toArray());
      variants.add(converted);
    }
    for (String syntax : List.of(UID.HTJ2KLossless, UID.HTJ2KLosslessRPCL)) {
      variants.add(Htj2k.write(folder.resolve(syntax), rings("2.25.30.1.1", 1), syntax));
    }
    Variants series = new Variants(VIEWER, "2.25.30", List.of());
    series.add(plain);
    try (OhifPage ohif = series.open(variants)) {
      Drawing reference = ohif.show(series.series(plain));
      assertThat(reference.litShare()).isGreaterThan(0.3);
      for (Path variant : variants) {
        assertThat(ohif.show(series.series(variant)))
            .as(variant.getFileName().toString())
            .isEqualTo(reference);
      }
    }
  }

  @Test
  void drawsLossyImagesOfTwelveBitsAsTheirReferenceDecodersDo() throws Exception {
    Path plain = slice("plain12.dcm", "2.25.31.1.1", 2);
    Path extended = folder.resolve("extended.dcm");
    Command.run("dcmcjpeg", "+ee", plain, extended);
    Path htj2k = Htj2k.write(folder.resolve("htj2k.dcm"), rings("2.25.31.1.1", 2), UID.HTJ2K);
    List<Path> lossy = List.of(extended, htj2k);
    Variants variants = new Variants(VIEWER, "2.25.31", lossy);
    variants.add(plain);
    try (OhifPage ohif = variants.open(lossy)) {
      for (Path file : lossy) {
        variants.compareClosely(ohif, file);
      }
      Drawing unharmed = ohif.show(variants.series(plain));
      assertThat(unharmed.litShare()).isGreaterThan(0.3);
      assertThat(ohif.show(variants.series(htj2k)).largestDifference(unharmed)).isGreaterThan(3);
    }
  }

  @Test
  void scrollsThroughASeries() throws Exception {
    List<Path> slices = new ArrayList<>();
    for (int number = 1; number <= 8; number++) {
      slices.add(slice("slice" + number + ".dcm", "2.25.32." + number, number));
    }
    VIEWER.hub().add("song-lam", slices);
    try (OhifPage ohif = VIEWER.open(TestImage.STUDY)) {
      assertThat(ohif.scrollThrough(TestImage.SERIES, slices.size())).hasSize(slices.size());
    }
  }

  @Test
  void playsAClip() throws Exception {
    VIEWER.hub().addAs("2.25.33", "2.25.33.1", clip());
    try (OhifPage ohif = VIEWER.open("2.25.33")) {
      ohif.shown("2.25.33.1");
      assertThat(ohif.play(FRAMES / 2)).hasSizeGreaterThanOrEqualTo(FRAMES / 2);
    }
  }

  private static Path slice(String name, String sopInstanceUid, int number) throws IOException {
    return TestImage.write(
        folder.resolve(name), rings(sopInstanceUid, number), UID.ExplicitVRLittleEndian);
  }

  /** Rings around the middle, on 12 of 16 bits; every number has other rings. */
  private static Attributes rings(String sopInstanceUid, int number) {
    ByteBuffer pixels = ByteBuffer.allocate(SIDE * SIDE * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < SIDE * SIDE; i++) {
      double distance = Math.hypot(i % SIDE - SIDE / 2.0, i / SIDE - SIDE / 2.0);
      pixels.putShort((short) (1500 + 900 * Math.sin(distance / (3 + number))));
    }
    Attributes image =
        TestImage.pixels(TestImage.instance(sopInstanceUid), SIDE, SIDE, "MONOCHROME2");
    return image
        .setString(Tag.InstanceNumber, VR.IS, Integer.toString(number))
        .setInt(Tag.BitsAllocated, VR.US, 16)
        .setInt(Tag.BitsStored, VR.US, 12)
        .setInt(Tag.HighBit, VR.US, 11)
        .setString(Tag.WindowCenter, VR.DS, "1500")
        .setString(Tag.WindowWidth, VR.DS, "2000")
        .setBytes(Tag.PixelData, VR.OW, pixels.array());
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
}
