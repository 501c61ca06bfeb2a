package org.dicomgateway.hub.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.function.Executable;

/**
 * Real images in every transfer syntax that OHIF decodes: what it draws of ours against what it
 * draws of the same image decoded by DCMTK, GDCM, OpenJPEG or pydicom, which it gets as plain
 * pixels.
 */
class PixelsInOhifIT {
  private static final String CT = "variety/one-ct-image-in-15-syntaxes/CTImage.dcm_";
  private static final String PLAIN_CT =
      CT + "LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm";

  /** Retired processes that no browser decodes; the viewer says so. */
  private static final List<String> NOT_DECODED = List.of("1.2.4.53.dcm", "1.2.4.55.dcm");

  private static final List<String> LOSSY = List.of("4.50.dcm", "4.51.dcm", "4.81.dcm", "4.91.dcm");

  /** Colour, palettes, several frames and fragments, of which decoders make the same pixels. */
  private static final List<String> EXACT =
      List.of(
          "us/aloka-palette-16bit-segmented/gdcm-US-ALOKA-16.dcm",
          "us/ge-logiq700-rgb-big-endian/US-RGB-8-epicard",
          "us/ge-logiq700-wg04-us1/US1_J2KR.dcm",
          "us/palette-echo-10-frames/jpeg-ls-Palette.dcm",
          "us/philips-palette/OBXXXX1A_rle_2frame.dcm",
          "variety/htj2k/HTJ2KLossless_08_RGB.dcm",
          "variety/jpeg-lossless-sv1/SC_rgb_jpeg_gdcm.dcm",
          "variety/jpeg-ls-near-lossless/SC_rgb_jls_lossy_sample.dcm",
          "variety/rle/emri_small_RLE.dcm");

  /** Colour and more bits where a transform or the way to RGB rounds. */
  private static final List<String> ROUNDED =
      List.of(
          "us/acuson-rle-ybr-full/YBR_FULL-RLE.dcm",
          "us/esaote-raw-ybr-full-422/US-YBR_FULL_422-EVRLE.dcm",
          "us/ge-healthcare-j2k-ybr-ict/jp2k91YBR-ICT.dcm",
          "us/acuson-stress-echo/I_000007.dcm",
          "variety/jpeg-extended/MR4_JPLY");

  @RegisterExtension static final Viewer VIEWER = new Viewer();

  @TestFactory
  Stream<DynamicTest> drawsOneImageAlikeInEverySyntax() throws Exception {
    List<Path> files =
        RealData.files("variety/one-ct-image-in-15-syntaxes").stream()
            .filter(file -> NOT_DECODED.stream().noneMatch(file.toString()::endsWith))
            .toList();
    if (files.isEmpty()) {
      return Stream.empty();
    }
    Variants variants =
        new Variants(VIEWER, "2.25.100", files.stream().filter(this::isLossy).toList());
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
                            variants.compareClosely(ohif, file);
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
    List<Path> exact = present(EXACT);
    List<Path> rounded = present(ROUNDED);
    List<Path> files = Stream.concat(exact.stream(), rounded.stream()).toList();
    if (files.isEmpty()) {
      return Stream.empty();
    }
    Variants variants = new Variants(VIEWER, "2.25.200", files);
    OhifPage ohif = variants.open(files);
    return Stream.of(
            exact.stream().map(file -> test(file, () -> variants.compareExactly(ohif, file))),
            rounded.stream().map(file -> test(file, () -> variants.compareClosely(ohif, file))),
            Stream.of(DynamicTest.dynamicTest("asks no other host", () -> closeUnheard(ohif))))
        .flatMap(tests -> tests);
  }

  private static List<Path> present(List<String> names) {
    return names.stream().flatMap(name -> RealData.file(name).stream()).toList();
  }

  private static DynamicTest test(Path file, Executable check) {
    return DynamicTest.dynamicTest(RealData.name(file), check);
  }

  private static void closeUnheard(OhifPage ohif) {
    try (ohif) {
      assertThat(ohif.foreignRequests()).isEmpty();
    }
  }
}
