package org.dicomgateway.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Broken files, too: whatever can be read of a file can be shown. */
class RealFilesAsJsonTest {

  @TestFactory
  Stream<DynamicTest> readBackAreTheSameInUtf8() {
    return RealData.files().stream()
        .filter(file -> !RealData.name(file).equals("broken/no_meta.dcm")) // a dump, no file
        .map(file -> DynamicTest.dynamicTest(RealData.name(file), () -> readBack(file)));
  }

  private static void readBack(Path file) throws IOException {
    Attributes dataSet = Part10.readLeniently(file, ReadOptions.WHOLE).part10().dataSet();
    byte[] json = DicomJson.bytes(dataSet, BulkDataUris.NONE);
    Attributes again = DicomJson.read(new ByteArrayInputStream(json), uri -> Value.Bytes.EMPTY);

    DataSetComparison comparison = new DataSetComparison(RealData.name(file));
    comparison.compare(
        "",
        dataSet,
        PeerAnswer.MAPPER.readTree(json),
        PeerAnswer.MAPPER.readTree(DicomJson.bytes(again, BulkDataUris.NONE)));
    assertThat(comparison.differences())
        .allSatisfy(
            difference -> {
              assertThat(difference.path()).endsWith("00080005");
              assertThat(difference.theirs()).contains("\"Value\":[\"ISO_IR 192\"]");
            });
  }
}
