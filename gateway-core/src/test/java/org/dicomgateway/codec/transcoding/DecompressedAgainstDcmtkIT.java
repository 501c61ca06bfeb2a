package org.dicomgateway.codec.transcoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Of images that DCMTK's other coder (CharLS) wrote we find the pixels that its decoder finds. */
class DecompressedAgainstDcmtkIT {
  /** DCMTK 3.6.7 finds it invalid. */
  private static final Path SEVEN_BITS = Path.of("JLSL_08_07_0_1F.dcm");

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> realImagesHaveTheSamePixels() {
    return RealData.soundFiles().stream()
        .filter(DecompressedAgainstDcmtkIT::isJpegLs)
        .filter(file -> !file.endsWith(SEVEN_BITS))
        .map(file -> DynamicTest.dynamicTest(RealData.name(file), () -> check(file)));
  }

  @TestFactory
  Stream<DynamicTest> imagesThatDcmtkCodedHaveTheSamePixels() {
    return Stream.concat(
        coded("--encode-lossless", "ct/cptac-pda-ge-revolution", "us/acme-rgb-small"),
        coded("--encode-nearlossless", "us/acme-rgb-small"));
  }

  private Stream<DynamicTest> coded(String how, String... folders) {
    return Stream.of(folders)
        .flatMap(name -> RealData.files(name).stream().limit(1))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    how + " " + RealData.name(file), () -> checkCoded(file, how)));
  }

  private void checkCoded(Path file, String how) throws Exception {
    Path coded = folder.resolve("coded.dcm");
    run("dcmcjpls", how, file.toString(), coded.toString());
    check(coded);
  }

  private void check(Path file) throws Exception {
    Path decoded = folder.resolve("decoded.dcm");
    run("dcmdjpls", file.toString(), decoded.toString());
    Attributes theirs = Part10.read(decoded, ReadOptions.IN_MEMORY).dataSet();
    Attributes ours = decompressed(file);
    assertThat(Arrays.mismatch(stored(ours), stored(theirs))).isEqualTo(-1);
    assertThat(ours.integer(Tag.PlanarConfiguration))
        .isEqualTo(theirs.integer(Tag.PlanarConfiguration));
  }

  /**
   * Bits that are not stored may be anything (PS3.5 §8.1.1); we extend the sign, DCMTK does not.
   */
  private static byte[] stored(Attributes image) {
    byte[] pixels = image.bytes(Tag.PixelData).orElseThrow();
    int unused = Short.SIZE - image.integer(Tag.BitsStored).orElseThrow();
    if (image.integer(Tag.BitsAllocated).orElseThrow() == Short.SIZE) {
      for (int i = 1; i < pixels.length; i += 2) {
        pixels[i] = (byte) ((pixels[i] & 0xFF) << unused);
      }
    }
    return pixels;
  }

  /** Written and read again, as a peer would have it. */
  private Attributes decompressed(Path file) throws IOException {
    Decompressed image =
        Decompressed.of(
            Part10.read(file, ReadOptions.WHOLE), BulkDataSource.of(file), Files.size(file));
    Path written = folder.resolve("written.dcm");
    try (OutputStream out = Files.newOutputStream(written)) {
      out.write(Part10.header("1.2", "1.3", UID.ExplicitVRLittleEndian));
      DataSetWriter.write(
          image.dataSet(), TransferSyntax.of(UID.ExplicitVRLittleEndian), out, image.bytes());
    }
    return Part10.read(written, ReadOptions.IN_MEMORY).dataSet();
  }

  private static boolean isJpegLs(Path file) {
    try {
      return Decompressed.isDecoded(
          Part10.readLeniently(file, new ReadOptions(64, 0x00080000))
              .part10()
              .transferSyntax()
              .uid());
    } catch (IOException e) {
      return false;
    }
  }

  private static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(said).isZero();
  }
}
