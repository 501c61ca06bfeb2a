package org.dicomgateway.dicom.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.junit.jupiter.api.Test;

class ImplicitItemsTest {
  @Test
  void takeTheSignOfTheirPixelValuesFromTheImageAround() throws IOException {
    Attributes table = new Attributes().setInt(Tag.LUTDescriptor, VR.SS, 256, -1024, 16);
    Attributes image = new Attributes().setInt(Tag.PixelRepresentation, VR.US, 1);
    image.setItems(Tag.ModalityLUTSequence, List.of(table));

    TransferSyntax implicit = TransferSyntax.of(UID.ImplicitVRLittleEndian);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataSetWriter.write(image, implicit, bytes);
    Attributes read =
        DataSetReader.read(
            new ByteArrayInputStream(bytes.toByteArray()), implicit, 0, ReadOptions.IN_MEMORY);

    assertThat(read.items(Tag.ModalityLUTSequence).getFirst().strings(Tag.LUTDescriptor))
        .containsExactly("256", "-1024", "16");
  }
}
