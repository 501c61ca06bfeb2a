package org.dicomgateway.hub.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dicomgateway.hub.testhub.TestHub;
import org.dicomgateway.testdata.Pydicom;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real images in every transfer syntax that OHIF decodes: what it draws of ours against what it
 * draws of the same image decoded by DCMTK, GDCM or pydicom, which it gets as plain pixels.
 */
class PixelsInOhifIT {
  private static final String CT = "variety/one-ct-image-in-15-syntaxes/CTImage.dcm_";
  private static final String PLAIN_CT =
      CT + "LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm";

  /** Retired processes that no browser decodes; the viewer says so. */
  private static final List<String> NOT_DECODED = List.of("1.2.4.53.dcm", "1.2.4.55.dcm");

  private static final List<String> LOSSY = List.of("4.50.dcm", "4.51.dcm", "4.81.dcm", "4.91.dcm");

  /** Colour, palettes, more bits, several frames and fragments. */
  private static final List<String> OTHERS =
      List.of(
          "us/acuson-rle-ybr-full/YBR_FULL-RLE.dcm",
          "us/aloka-palette-16bit-segmented/gdcm-US-ALOKA-16.dcm",
          "us/esaote-raw-ybr-full-422/US-YBR_FULL_422-EVRLE.dcm",
          "us/ge-healthcare-j2k-ybr-ict/jp2k91YBR-ICT.dcm",
          "us/ge-logiq700-rgb-big-endian/US-RGB-8-epicard",
          "us/ge-logiq700-wg04-us1/US1_J2KR.dcm",
          "us/palette-echo-10-frames/jpeg-ls-Palette.dcm",
          "us/philips-palette/OBXXXX1A_rle_2frame.dcm",
          "us/acuson-stress-echo/I_000007.dcm",
          "variety/jpeg-extended/MR4_JPLY",
          "variety/jpeg-lossless-sv1/SC_rgb_jpeg_gdcm.dcm",
          "variety/jpeg-ls-near-lossless/SC_rgb_jls_lossy_sample.dcm",
          "variety/rle/emri_small_RLE.dcm");

  /** Of 255: what rounding in a cosine transform may make of a pixel, and of all in the mean. */
  private static final int PIXEL_TOLERANCE = 3;

  private static final double MEAN_TOLERANCE = 0.05;

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

  @TestFactory
  Stream<DynamicTest> drawsOneImageAlikeInEverySyntax() throws Exception {
    List<Path> files =
        RealData.files("variety/one-ct-image-in-15-syntaxes").stream()
            .filter(file -> NOT_DECODED.stream().noneMatch(file.toString()::endsWith))
            .toList();
    if (files.isEmpty()) {
      return Stream.empty();
    }
    Variants variants = new Variants("2.25.100", files.stream().filter(this::isLossy).toList());
    String plain = variants.add(RealData.file(PLAIN_CT).orElseThrow());
    OhifPage ohif = variants.open(files);
    Drawing reference = ohif.show(plain);
    return Stream.concat(
        files.stream()
            .map(
                file ->
                    DynamicTest.dynamicTest(
                        RealData.name(file),
                        () -> {
                          if (isLossy(file)) {
                            variants.compare(ohif, file);
                          } else {
                            assertThat(ohif.show(variants.series(file))).isEqualTo(reference);
                          }
                        })),
        Stream.of(DynamicTest.dynamicTest("asks no other host", () -> closeUnheard(ohif))));
  }

  private boolean isLossy(Path file) {
    return LOSSY.stream().anyMatch(file.toString()::endsWith);
  }

  @TestFactory
  Stream<DynamicTest> drawsColourAndPalettesAsOtherToolkitsDecodeThem() throws Exception {
    List<Path> files = OTHERS.stream().flatMap(name -> RealData.file(name).stream()).toList();
    if (files.isEmpty()) {
      return Stream.empty();
    }
    Variants variants = new Variants("2.25.200", files);
    OhifPage ohif = variants.open(files);
    return Stream.concat(
        files.stream()
            .map(
                file ->
                    DynamicTest.dynamicTest(
                        RealData.name(file), () -> variants.compare(ohif, file))),
        Stream.of(DynamicTest.dynamicTest("asks no other host", () -> closeUnheard(ohif))));
  }

  private static void closeUnheard(OhifPage ohif) {
    try (ohif) {
      assertThat(ohif.foreignRequests()).isEmpty();
    }
  }

  /** Files as series of one study, each beside the same image decoded by another toolkit. */
  private static final class Variants {
    private final String study;
    private final Map<Path, List<String>> references;
    private final List<Path> added = new ArrayList<>();

    Variants(String study, List<Path> compared) throws Exception {
      this.study = study;
      this.references = Pydicom.run("reference.py", compared);
    }

    OhifPage open(List<Path> files) throws Exception {
      for (Path file : files) {
        add(file);
        if (references.containsKey(file)) {
          add(reference(file));
        }
      }
      return OhifPage.open(chromium, hub.address(), study);
    }

    String add(Path file) throws Exception {
      if (!added.contains(file)) {
        added.add(file);
        hub.addAs(study, series(file), file);
      }
      return series(file);
    }

    String series(Path file) {
      return study + "." + (added.indexOf(file) + 1) + ".0";
    }

    private Path reference(Path file) {
      return Path.of(references.get(file).getFirst());
    }

    void compare(OhifPage ohif, Path file) {
      Drawing ours = ohif.show(series(file));
      Drawing reference = ohif.show(series(reference(file)));
      assertThat(reference.litShare()).isPositive();
      assertThat(ours.meanDifference(reference)).isLessThan(MEAN_TOLERANCE);
      assertThat(ours.largestDifference(reference)).isLessThanOrEqualTo(PIXEL_TOLERANCE);
    }
  }
}
