package org.dicomgateway.hub.testsite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.pack.PackId;
import org.dicomgateway.pack.PackLayout;
import org.dicomgateway.pack.PackedInstance;
import org.dicomgateway.testdata.PackedFile;
import org.dicomgateway.testdata.TranscodedFile;

/** A pack of small CT images as a spoke would lay it out. */
public final class TestPack {
  private static final int SIDE = 64;
  private static final PackedInstance.Source SOURCE =
      new PackedInstance.Source("CT1", "GATEWAY", Instant.EPOCH);

  private final Path folder;
  private final String id = PackId.next();
  private final String site;
  private final String study;
  private Optional<PackedInstance.Encoding> receivedAs = Optional.empty();
  private UnaryOperator<PackedInstance> manifestLie = UnaryOperator.identity();
  private final List<PackLayout.Content> contents = new ArrayList<>();

  public TestPack(Path folder, String site, String study) {
    this.folder = folder;
    this.site = site;
    this.study = study;
  }

  public String id() {
    return id;
  }

  /** The manifest of instances added from now on says something else than the truth. */
  public TestPack lying(UnaryOperator<PackedInstance> lie) {
    manifestLie = lie;
    return this;
  }

  /**
   * Adds an image.
   *
   * @param seed of its pixels
   */
  public TestPack image(String series, String sop, long seed) {
    byte[] pixels = new byte[SIDE * SIDE * 2];
    new Random(seed).nextBytes(pixels);
    return add(series, sop, dataSet(series, sop, pixels));
  }

  private Attributes dataSet(String series, String sop, byte[] pixels) {
    Attributes image = new Attributes();
    image.setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192");
    image.setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage);
    image.setString(Tag.SOPInstanceUID, VR.UI, sop);
    image.setString(Tag.StudyDate, VR.DA, "20260301");
    image.setString(Tag.StudyTime, VR.TM, "103000");
    image.setString(Tag.Modality, VR.CS, "CT");
    image.setString(Tag.PatientName, VR.PN, "NGUYỄN^VĂN AN");
    image.setString(Tag.PatientID, VR.LO, "P1");
    image.setString(Tag.StudyInstanceUID, VR.UI, study);
    image.setString(Tag.SeriesInstanceUID, VR.UI, series);
    image.setString(Tag.InstanceNumber, VR.IS, Integer.toString(contents.size() + 1));
    image.setInt(Tag.SamplesPerPixel, VR.US, 1);
    image.setString(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
    image.setInt(Tag.Rows, VR.US, SIDE);
    image.setInt(Tag.Columns, VR.US, SIDE);
    image.setInt(Tag.BitsAllocated, VR.US, 16);
    image.setInt(Tag.BitsStored, VR.US, 16);
    image.setInt(Tag.HighBit, VR.US, 15);
    image.setInt(Tag.PixelRepresentation, VR.US, 0);
    return image.setBytes(Tag.PixelData, VR.OW, pixels);
  }

  /** Adds an image that was transcoded after it had been received. */
  public TestPack transcoded(String series, String sop, byte[] pixels) throws IOException {
    TranscodedFile file = TranscodedFile.of(write(sop, dataSet(series, sop, pixels)), folder);
    receivedAs = Optional.of(PackedInstance.Encoding.of(file.transcoded().original()));
    file(file.path(), new InstanceIdentity(UID.CTImageStorage, sop, series, study));
    receivedAs = Optional.empty();
    return this;
  }

  /** Likewise as it was received. */
  public TestPack received(String series, String sop, byte[] pixels) {
    return add(series, sop, dataSet(series, sop, pixels));
  }

  /** Pixels that become smaller when they are coded. */
  public static byte[] slope() {
    byte[] pixels = new byte[SIDE * SIDE * 2];
    for (int i = 0; i < pixels.length; i += 2) {
      pixels[i] = (byte) (i / SIDE);
    }
    return pixels;
  }

  private TestPack add(String series, String sop, Attributes image) {
    try {
      return file(write(sop, image), new InstanceIdentity(UID.CTImageStorage, sop, series, study));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String sop, Attributes image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Part10.header(UID.CTImageStorage, sop, UID.ExplicitVRLittleEndian));
    DataSetWriter.write(image, TransferSyntax.of(UID.ExplicitVRLittleEndian), bytes);
    return Files.write(Files.createTempFile(folder, "image", ".dcm"), bytes.toByteArray());
  }

  /** Adds a Part 10 file, which may be damaged. */
  public TestPack file(Path file, InstanceIdentity identity) throws IOException {
    Part10 part10 = Part10.readLeniently(file, ReadOptions.WHOLE).part10();
    PackLayout.Content truth = PackedFile.of(file, part10, identity, receivedAs, SOURCE);
    contents.add(
        new PackLayout.Content(
            manifestLie.apply(truth.instance()),
            truth.file(),
            truth.fileOffset(),
            truth.crc32(),
            truth.metadata()));
    return this;
  }

  public List<PackedInstance> instances() {
    return contents.stream().map(PackLayout.Content::instance).toList();
  }

  /** The pack's bytes. */
  public byte[] bytes() {
    PackLayout layout =
        PackLayout.of(id, site, study, Instant.parse("2026-03-01T10:30:00Z"), contents);
    try (InputStream in = layout.open(0)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
