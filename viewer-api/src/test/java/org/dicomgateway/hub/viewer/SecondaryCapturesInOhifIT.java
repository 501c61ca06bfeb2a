package org.dicomgateway.hub.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.hub.testhub.TestImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Captures of so many frames that OHIF would take them for videos, ask for them as {@code
 * video/mp4}, and show nothing.
 */
class SecondaryCapturesInOhifIT {
  private static final String STUDY = "2.25.35";
  private static final int FRAMES = 90;
  private static final int SIDE = 64;

  private static final String HANDLER =
      """
      series => window.services.displaySetService.getActiveDisplaySets()
        .find(each => each.SeriesInstanceUID === series).SOPClassHandlerId
      """;

  @RegisterExtension static final Viewer VIEWER = new Viewer();

  @TempDir static Path folder;

  @Test
  void areShownAsImagesUnlessTheyAreVideos() throws Exception {
    String gray = add(1, gray(FRAMES), UID.SecondaryCaptureImageStorage);
    String black = add(2, gray(0), UID.SecondaryCaptureImageStorage);
    String colour = add(3, colour(), UID.MultiFrameTrueColorSecondaryCaptureImageStorage);
    String video = addVideo(4);
    try (OhifPage ohif = VIEWER.open(STUDY)) {
      assertThat(ohif.shown(gray).litShare()).isGreaterThan(0.3);
      assertThat(ohif.scrollThrough(gray, 3)).hasSize(3);
      assertThat(ohif.show(black).litShare()).isLessThan(0.05);
      assertThat(ohif.show(colour).litShare()).isGreaterThan(0.3);
      assertThat(ohif.refusals()).isEmpty();
      assertThat(ohif.page().evaluate(HANDLER, gray)).asString().endsWith(".stack");
      assertThat(ohif.page().evaluate(HANDLER, video)).asString().endsWith(".dicom-video");
    }
  }

  private static String add(int series, Attributes pixels, String sopClass) throws IOException {
    Path file = folder.resolve(series + ".dcm");
    return add(
        series, TestImage.write(file, of(series, pixels, sopClass), UID.ExplicitVRLittleEndian));
  }

  /** Of a video only what tells it is one: nobody plays it here. */
  private static String addVideo(int series) throws IOException {
    Attributes video =
        of(
            series,
            TestImage.pixels(TestImage.instance("2.25.1.1.1"), SIDE, SIDE, "YBR_PARTIAL_420"),
            UID.MultiFrameTrueColorSecondaryCaptureImageStorage);
    Path file = folder.resolve(series + ".dcm");
    List<List<byte[]>> stream = List.of(List.of(new byte[64]));
    return add(series, TestImage.write(file, video, UID.MPEG4HP41, stream));
  }

  private static String add(int series, Path file) throws IOException {
    String uid = STUDY + "." + series;
    VIEWER.hub().addAs(STUDY, uid, file);
    return uid;
  }

  private static Attributes of(int series, Attributes pixels, String sopClass) {
    return pixels
        .setString(Tag.SOPClassUID, VR.UI, sopClass)
        .setString(Tag.SeriesNumber, VR.IS, Integer.toString(series))
        .setString(Tag.NumberOfFrames, VR.IS, Integer.toString(FRAMES));
  }

  /** 16 bits; so many frames have a slope each, the others are zero. */
  private static Attributes gray(int sloped) {
    ByteBuffer pixels =
        ByteBuffer.allocate(FRAMES * SIDE * SIDE * 2).order(ByteOrder.LITTLE_ENDIAN);
    for (int frame = 0; frame < sloped; frame++) {
      for (int i = 0; i < SIDE * SIDE; i++) {
        pixels.putShort((short) (1000 + (i % SIDE) * (20 + frame)));
      }
    }
    return TestImage.pixels(TestImage.instance("2.25.1.1.1"), SIDE, SIDE, "MONOCHROME2")
        .setInt(Tag.BitsAllocated, VR.US, 16)
        .setInt(Tag.BitsStored, VR.US, 16)
        .setInt(Tag.HighBit, VR.US, 15)
        .setString(Tag.WindowCenter, VR.DS, "1500")
        .setString(Tag.WindowWidth, VR.DS, "2000")
        .setBytes(Tag.PixelData, VR.OW, pixels.array());
  }

  private static Attributes colour() {
    byte[] pixels = new byte[FRAMES * SIDE * SIDE * 3];
    for (int i = 0; i < pixels.length; i += 3) {
      pixels[i] = (byte) 200;
    }
    return TestImage.pixels(TestImage.instance("2.25.1.1.1"), SIDE, SIDE, "RGB")
        .setInt(Tag.PlanarConfiguration, VR.US, 0)
        .setBytes(Tag.PixelData, VR.OB, pixels);
  }
}
