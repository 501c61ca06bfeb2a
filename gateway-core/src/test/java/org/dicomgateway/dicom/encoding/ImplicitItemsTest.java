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
import org.dicomgateway.dicom.dictionary.ElementDictionary;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.junit.jupiter.api.Test;

class ImplicitItemsTest {
  @Test
  void takeTheSignOfTheirPixelValuesFromTheImageAround() throws IOException {
    Attributes table = new Attributes().setInt(Tag.LUTDescriptor, VR.SS, 256, -1024, 16);
    Attributes image = new Attributes().setInt(Tag.PixelRepresentation, VR.US, 1);
    image.setItems(Tag.ModalityLUTSequence, List.of(table));

    assertThat(read(image).items(Tag.ModalityLUTSequence).getFirst().strings(Tag.LUTDescriptor))
        .containsExactly("256", "-1024", "16");
  }

  @Test
  void areNotLookedForWhereTheDictionaryIsWrongAboutAPrivateElement() throws IOException {
    Attributes dataSet = new Attributes();
    dataSet.setString(0x20010010, VR.LO, "Philips Imaging DD 001");
    dataSet.setBytes(0x2001105F, VR.UN, "no items".getBytes());
    assertThat(ElementDictionary.vrOf(0x2001105F, dataSet)).isEqualTo(VR.SQ);
    assertThat(read(dataSet).element(0x2001105F).orElseThrow().vr()).isEqualTo(VR.UN);
    assertThat(read(dataSet).bytes(0x2001105F)).contains("no items".getBytes());
  }

  private static Attributes read(Attributes written) throws IOException {
    TransferSyntax implicit = TransferSyntax.of(UID.ImplicitVRLittleEndian);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataSetWriter.write(written, implicit, bytes);
    return DataSetReader.read(
        new ByteArrayInputStream(bytes.toByteArray()), implicit, 0, ReadOptions.IN_MEMORY);
  }
}
