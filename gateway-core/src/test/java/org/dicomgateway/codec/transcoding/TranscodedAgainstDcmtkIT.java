package org.dicomgateway.codec.transcoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** DCMTK, whose decoder is another (CharLS), finds in our files the pixels that went in. */
class TranscodedAgainstDcmtkIT {
  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> dcmtkDecodesTheSamePixels() {
    return Stream.of(
            "ct/cptac-pda-ge-revolution",
            "ct/philips-ingenuity-phantom",
            "ct/ny-sbu-a067967-current",
            "us/philips-palette",
            "us/acme-rgb-small",
            "variety/enhanced-mr",
            "variety/implicit-le",
            "variety/overlay",
            "variety/visible-light-sc",
            "variety/xa-rf")
        .flatMap(name -> RealData.files(name).stream().limit(3))
        .map(file -> DynamicTest.dynamicTest(RealData.name(file), () -> check(file)));
  }

  private void check(Path file) throws Exception {
    Path target = folder.resolve("transcoded.dcm");
    NativeFile received = NativeFile.received(file, folder);
    try {
      received.transcode(target);
    } catch (NotTranscodedException leftAlone) {
      return;
    }
    Path decoded = folder.resolve("decoded.dcm");
    Process dcmdjpls =
        new ProcessBuilder("dcmdjpls", target.toString(), decoded.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(dcmdjpls.getInputStream().readAllBytes());
    assertThat(dcmdjpls.waitFor()).as(said).isZero();
    assertThat(pixels(decoded)).isEqualTo(pixels(received.path()));
  }

  private static byte[] pixels(Path file) throws IOException {
    Part10 part10 = Part10.read(file, ReadOptions.WHOLE);
    return part10.dataSet().element(Tag.PixelData).orElseThrow().value()
            instanceof Value.BulkData(ByteRange range, boolean _)
        ? BulkDataSource.of(file).bytes(range)
        : new byte[0];
  }
}
