package org.dicomgateway.dicom.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.Value;
import org.junit.jupiter.api.Test;

/** What cannot be understood: the error says where, and what came before it is kept. */
class DamagedDataSetsTest {
  private static final long UNDEFINED = EncodedBytes.UNDEFINED;

  private static EncodedBytes start() {
    return new EncodedBytes().explicit(Tag.Modality, "CS", "CT");
  }

  private static void refuses(ThrowingCallable reading, long position, int tag, String reason) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            DicomParseException.class,
            error -> {
              assertThat(error.position()).isEqualTo(position);
              assertThat(error.tag()).isEqualTo(tag);
            })
        .hasMessageContaining(reason);
  }

  @Test
  void saysWhichValueIsCutOff() {
    EncodedBytes bytes = start().explicit(Tag.PatientID, "LO", 10).text("4711");
    refuses(bytes::readExplicit, 10, Tag.PatientID, "value of 10 bytes is cut off after 4");
  }

  @Test
  void saysWhichHeaderIsCutOff() {
    EncodedBytes bytes = start().number(0x00200010, 4).text("L");
    refuses(bytes::readExplicit, 10, 0x00100020, "data ends within an element's header");
  }

  @Test
  void doesNotBelieveALengthOfThreeGigabytes() throws IOException {
    EncodedBytes bytes = start().explicitLong(Tag.PixelData, "OW", 3_000_000_000L).zeros(100_000);
    refuses(
        bytes::readExplicit,
        10,
        Tag.PixelData,
        "value of 3000000000 bytes is cut off after 100000");
    Attributes read =
        bytes.readLeniently(UID.ExplicitVRLittleEndian, ReadOptions.WHOLE).attributes();
    assertThat(read.string(Tag.Modality)).contains("CT");
    assertThat(read.element(Tag.PixelData).orElseThrow().value())
        .isEqualTo(new Value.BulkData(new ByteRange(22, 100_000), false));
  }

  @Test
  void doesNotTakeTextOfThreeGigabytes() {
    EncodedBytes bytes = start().explicitLong(Tag.TextValue, "UT", 3_000_000_000L).zeros(100_000);
    refuses(bytes::readExplicit, 10, Tag.TextValue, "over 128 MiB of memory");
  }

  @Test
  void keepsTheItemsOfASequenceThatIsCutOff() throws IOException {
    EncodedBytes bytes =
        start()
            .explicitLong(Tag.ProcedureCodeSequence, "SQ", UNDEFINED)
            .item(UNDEFINED)
            .explicit(Tag.CodeValue, "SH", "T-1234");
    DataSetReader.Reading reading =
        bytes.readLeniently(UID.ExplicitVRLittleEndian, ReadOptions.WHOLE);
    assertThat(reading.damage()).isPresent();
    Attributes item = reading.attributes().items(Tag.ProcedureCodeSequence).getFirst();
    assertThat(item.string(Tag.CodeValue)).contains("T-1234");
  }

  @Test
  void keepsTheFragmentsBeforeOneThatIsCutOff() throws IOException {
    EncodedBytes bytes =
        start()
            .explicitLong(Tag.PixelData, "OB", UNDEFINED)
            .item(0)
            .item(4)
            .zeros(4)
            .item(100)
            .zeros(50);
    DataSetReader.Reading reading = bytes.readLeniently(UID.JPEGBaseline8Bit, ReadOptions.WHOLE);
    assertThat(reading.damage()).isPresent();
    assertThat(reading.attributes().element(Tag.PixelData).orElseThrow().value())
        .isInstanceOfSatisfying(
            Value.Fragments.class,
            value -> assertThat(value.fragments()).containsExactly(new ByteRange(38, 4)));
  }

  @Test
  void refusesAnItemOutsideASequence() {
    EncodedBytes bytes = start().item(0);
    refuses(bytes::readExplicit, 10, Tag.Item, "item outside a sequence");
  }

  @Test
  void refusesDelimitersOutsideASequence() {
    refuses(start().endOfItem()::readExplicit, 10, Tag.ItemDelimitationItem, "outside a sequence");
    refuses(
        start().endOfSequence()::readExplicit,
        10,
        Tag.SequenceDelimitationItem,
        "outside a sequence");
  }

  @Test
  void refusesASequenceOfSomethingElse() {
    EncodedBytes bytes =
        start()
            .explicitLong(Tag.ProcedureCodeSequence, "SQ", UNDEFINED)
            .explicit(Tag.CodeValue, "SH", "T-1234");
    refuses(bytes::readExplicit, 22, Tag.CodeValue, "sequence holds something that is no item");
  }

  @Test
  void refusesAValueThatOverrunsItsItem() {
    EncodedBytes bytes =
        start()
            .explicitLong(Tag.ProcedureCodeSequence, "SQ", 20)
            .item(12)
            .explicit(Tag.CodeValue, "SH", 200)
            .zeros(300);
    refuses(bytes::readExplicit, 30, Tag.CodeValue, "value of 200 bytes overruns its item");
  }

  @Test
  void refusesBytesBetweenFragments() {
    EncodedBytes bytes =
        start()
            .explicitLong(Tag.PixelData, "OB", UNDEFINED)
            .item(0)
            .explicit(Tag.CodeValue, "SH", "T-1234");
    refuses(bytes::readExplicit, 30, Tag.PixelData, "no fragment where one should begin");
  }

  @Test
  void noticesZerosBehindTheDataSet() throws IOException {
    EncodedBytes bytes = start().zeros(500);
    refuses(bytes::readExplicit, 10, 0, "what follows is no data set any more");
    DataSetReader.Reading reading =
        bytes.readLeniently(UID.ExplicitVRLittleEndian, ReadOptions.WHOLE);
    assertThat(reading.attributes().size()).isEqualTo(1);
  }

  @Test
  void saysWhereDeflatedDataIsCorrupt() {
    EncodedBytes bytes = new EncodedBytes().text("this is not deflated at all");
    assertThatThrownBy(() -> bytes.read(UID.DeflatedExplicitVRLittleEndian))
        .isInstanceOf(DicomParseException.class);
  }
}
