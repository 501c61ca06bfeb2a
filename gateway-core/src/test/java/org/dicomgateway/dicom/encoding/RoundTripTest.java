package org.dicomgateway.dicom.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.testdata.RandomDataSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundTripTest {
  private static final int DATA_SETS = 300;

  @ParameterizedTest
  @ValueSource(
      strings = {
        UID.ImplicitVRLittleEndian,
        UID.ExplicitVRLittleEndian,
        UID.ExplicitVRBigEndian,
        UID.DeflatedExplicitVRLittleEndian,
        UID.JPEGBaseline8Bit
      })
  void whatIsWrittenIsReadAgain(String uid) throws IOException {
    TransferSyntax syntax = TransferSyntax.of(uid);
    for (long seed = 1; seed <= DATA_SETS; seed++) {
      Attributes written = new RandomDataSet(new Random(seed)).next();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      DataSetWriter.write(written, syntax, out);
      Attributes read =
          DataSetReader.read(
              new ByteArrayInputStream(out.toByteArray()), syntax, 0, ReadOptions.IN_MEMORY);
      assertThat(read).as("seed %d", seed).isEqualTo(written);
    }
  }
}
