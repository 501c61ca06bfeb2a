package org.dicomgateway.samples.generator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.samples.generator.echo.EchoClip;

/** An ultrasound clip of the heart with colour (PS3.3 §A.7), JPEG baseline. */
final class Echocardiography {
  static final int FRAMES = 60;

  /** Milliseconds. */
  private static final int FRAME_TIME = 40;

  /** Tag of Frame Time (0018,1063), little endian by halves. */
  private static final byte[] FRAME_TIME_POINTER = {0x18, 0x00, 0x63, 0x10};

  /** Physical units of a region (PS3.3 §C.8.5.5.1.15). */
  private static final int CENTIMETRES = 3;

  private final SampleStudy study;

  Echocardiography(SampleStudy study) {
    this.study = study;
  }

  void write(Path folder) throws IOException {
    EchoClip clip = new EchoClip(study.seed(), FRAMES, FRAME_TIME);
    List<byte[]> frames =
        IntStream.range(0, FRAMES).parallel().mapToObj(n -> jpeg(clip, n)).toList();
    Attributes instance =
        StudyHeader.of(
            study, UID.UltrasoundMultiFrameImageStorage, 1, "Bốn buồng từ mỏm, Doppler màu");
    image(instance, frames);
    cine(instance);
    instance.setItems(
        Tag.SequenceOfUltrasoundRegions, List.of(region(1, 0, 60, 740), region(2, 2, 370, 590)));
    InstanceFile.write(folder.resolve("US0001.dcm"), instance, UID.JPEGBaseline8Bit, frames);
  }

  /** Writes what is stored when somebody freezes the picture: images of one frame. */
  List<Path> writeImages(Path folder, int count) throws IOException {
    EchoClip clip = new EchoClip(study.seed(), FRAMES, FRAME_TIME);
    List<Path> files = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      Attributes instance =
          StudyHeader.of(study, UID.UltrasoundImageStorage, number, "Bốn buồng từ mỏm");
      List<byte[]> frame = List.of(jpeg(clip, number % FRAMES));
      image(instance, frame);
      files.add(folder.resolve("US%04d.dcm".formatted(number)));
      InstanceFile.write(files.getLast(), instance, UID.JPEGBaseline8Bit, frame);
    }
    return files;
  }

  private static byte[] jpeg(EchoClip clip, int number) {
    try {
      return JpegBaseline.encode(clip.frame(number), EchoClip.WIDTH, EchoClip.HEIGHT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void image(Attributes instance, List<byte[]> frames) {
    long raw = 3L * frames.size() * EchoClip.WIDTH * EchoClip.HEIGHT;
    long compressed = frames.stream().mapToLong(frame -> frame.length).sum();
    instance.setString(Tag.ImageType, VR.CS, "ORIGINAL", "PRIMARY", "TTE", "0011");
    instance.setString(Tag.PatientOrientation, VR.CS, "");
    instance.setInt(Tag.SamplesPerPixel, VR.US, 3);
    instance.setString(Tag.PhotometricInterpretation, VR.CS, "YBR_FULL_422");
    instance.setInt(Tag.PlanarConfiguration, VR.US, 0);
    instance.setInt(Tag.Rows, VR.US, EchoClip.HEIGHT);
    instance.setInt(Tag.Columns, VR.US, EchoClip.WIDTH);
    instance.setInt(Tag.BitsAllocated, VR.US, 8);
    instance.setInt(Tag.BitsStored, VR.US, 8);
    instance.setInt(Tag.HighBit, VR.US, 7);
    instance.setInt(Tag.PixelRepresentation, VR.US, 0);
    instance.setInt(Tag.UltrasoundColorDataPresent, VR.US, 1);
    instance.setString(Tag.LossyImageCompression, VR.CS, "01");
    instance.setString(Tag.LossyImageCompressionMethod, VR.CS, "ISO_10918_1");
    instance.setString(
        Tag.LossyImageCompressionRatio,
        VR.DS,
        String.valueOf(Math.round(10.0 * raw / compressed) / 10.0));
  }

  private static void cine(Attributes instance) {
    String rate = String.valueOf(1000 / FRAME_TIME);
    instance.setString(Tag.NumberOfFrames, VR.IS, String.valueOf(FRAMES));
    instance.setString(Tag.FrameTime, VR.DS, String.valueOf(FRAME_TIME));
    instance.setBytes(Tag.FrameIncrementPointer, VR.AT, FRAME_TIME_POINTER);
    instance.setString(Tag.RecommendedDisplayFrameRate, VR.IS, rate);
    instance.setString(Tag.CineRate, VR.IS, rate);
    instance.setString(Tag.StartTrim, VR.IS, "1");
    instance.setString(Tag.StopTrim, VR.IS, String.valueOf(FRAMES));
    instance.setString(Tag.EffectiveDuration, VR.DS, String.valueOf(FRAMES * FRAME_TIME / 1000.0));
    instance.setString(Tag.HeartRate, VR.IS, "75");
    instance.setString(Tag.TransducerData, VR.LO, "S5-1");
    instance.setString(Tag.BodyPartExamined, VR.CS, "HEART");
  }

  /**
   * A calibrated part of the picture (PS3.3 §C.8.5.5).
   *
   * @param dataType 1 tissue, 2 colour flow
   * @param flags bit 0: transparent, bit 1: scaling is protected
   */
  private static Attributes region(int dataType, int flags, int left, int right) {
    Attributes region = new Attributes();
    region.setInt(Tag.RegionSpatialFormat, VR.US, 1);
    region.setInt(Tag.RegionDataType, VR.US, dataType);
    region.setInt(Tag.RegionFlags, VR.UL, flags);
    region.setInt(Tag.RegionLocationMinX0, VR.UL, left);
    region.setInt(Tag.RegionLocationMinY0, VR.UL, EchoClip.PROBE_ROW);
    region.setInt(Tag.RegionLocationMaxX1, VR.UL, right);
    region.setInt(Tag.RegionLocationMaxY1, VR.UL, 551);
    region.setInt(Tag.ReferencePixelX0, VR.SL, EchoClip.PROBE_COLUMN - left);
    region.setInt(Tag.ReferencePixelY0, VR.SL, 0);
    region.setInt(Tag.PhysicalUnitsXDirection, VR.US, CENTIMETRES);
    region.setInt(Tag.PhysicalUnitsYDirection, VR.US, CENTIMETRES);
    region.setDouble(Tag.ReferencePixelPhysicalValueX, VR.FD, 0);
    region.setDouble(Tag.ReferencePixelPhysicalValueY, VR.FD, 0);
    region.setDouble(Tag.PhysicalDeltaX, VR.FD, EchoClip.PIXEL_SPACING / 10);
    region.setDouble(Tag.PhysicalDeltaY, VR.FD, EchoClip.PIXEL_SPACING / 10);
    return region;
  }
}
