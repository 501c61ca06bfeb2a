package org.dicomgateway.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.testdata.Pydicom;
import org.dicomgateway.testdata.RandomDataSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenFilesAgainstPydicomIT {
  private static final int FILES = 50;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        UID.ImplicitVRLittleEndian,
        UID.ExplicitVRLittleEndian,
        UID.ExplicitVRBigEndian,
        UID.DeflatedExplicitVRLittleEndian
      })
  void pydicomReadsWhatWeWrite(String syntax) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int seed = 1; seed <= FILES; seed++) {
      files.add(write(dataSet(seed), syntax, folder.resolve(seed + ".dcm")));
    }
    var listings = Pydicom.run("elements.py", files);
    for (int seed = 1; seed <= FILES; seed++) {
      List<ListedElement> ours = new ArrayList<>();
      ListedElement.addTo(ours, "", dataSet(seed), BulkDataSource.none());
      assertThat(listings.get(files.get(seed - 1)).stream().map(ListedElement::parse))
          .as("seed %d", seed)
          .usingElementComparator(ListedElement::compare)
          .containsExactlyElementsOf(ours);
    }
  }

  private static Attributes dataSet(int seed) {
    return new RandomDataSet(new Random(seed)).next();
  }

  private static Path write(Attributes dataSet, String syntax, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      String instance = dataSet.string(Tag.SOPInstanceUID).orElseThrow();
      out.write(Part10.header(UID.SecondaryCaptureImageStorage, instance, syntax));
      DataSetWriter.write(dataSet, TransferSyntax.of(syntax), out);
    }
    return file;
  }
}
