package org.dicomgateway.dicom.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.data.Value;
import org.junit.jupiter.api.Test;

/** What real senders do wrong and what is understood nevertheless. */
class OddDataSetsTest {
  private static final int PRIVATE_SEQUENCE = 0x00291001;
  private static final long UNDEFINED = EncodedBytes.UNDEFINED;

  @Test
  void readsAnUnknownSequenceAsImplicit() throws IOException {
    Attributes read =
        new EncodedBytes()
            .explicit(Tag.Modality, "CS", "CT")
            .explicitLong(PRIVATE_SEQUENCE, "UN", UNDEFINED)
            .item(UNDEFINED)
            .implicit(Tag.CodeValue, "T-1234")
            .endOfItem()
            .endOfSequence()
            .explicit(Tag.Rows, "US", 2)
            .number(512, 2)
            .readExplicit();
    assertThat(read.items(PRIVATE_SEQUENCE)).hasSize(1);
    assertThat(read.items(PRIVATE_SEQUENCE).getFirst().string(Tag.CodeValue)).contains("T-1234");
    assertThat(read.integer(Tag.Rows)).hasValue(512);
  }

  @Test
  void readsImplicitItemsOfAnExplicitSequence() throws IOException {
    Attributes read =
        new EncodedBytes()
            .explicit(Tag.Modality, "CS", "CT")
            .explicitLong(Tag.ProcedureCodeSequence, "SQ", UNDEFINED)
            .item(UNDEFINED)
            .implicit(Tag.CodeValue, "T-1234")
            .endOfItem()
            .endOfSequence()
            .readExplicit();
    assertThat(read.items(Tag.ProcedureCodeSequence).getFirst().string(Tag.CodeValue))
        .contains("T-1234");
  }

  @Test
  void readsExplicitItemsOfAnImplicitSequence() throws IOException {
    EncodedBytes item = new EncodedBytes().explicit(Tag.CodeValue, "SH", "T-1234");
    Attributes read =
        new EncodedBytes()
            .implicit(Tag.Modality, "CT")
            .implicit(Tag.ProcedureCodeSequence, 8 + item.length())
            .item(item.length())
            .explicit(Tag.CodeValue, "SH", "T-1234")
            .readImplicit();
    assertThat(read.items(Tag.ProcedureCodeSequence).getFirst().string(Tag.CodeValue))
        .contains("T-1234");
  }

  @Test
  void readsImplicitDataThatIsCalledExplicitAndTheOtherWayRound() throws IOException {
    EncodedBytes implicit =
        new EncodedBytes().implicit(Tag.Modality, "CT").implicit(Tag.PatientID, "4711");
    EncodedBytes explicit =
        new EncodedBytes().explicit(Tag.Modality, "CS", "CT").explicit(Tag.PatientID, "LO", "4711");
    assertThat(implicit.readExplicit()).isEqualTo(explicit.readExplicit());
    assertThat(explicit.readImplicit()).isEqualTo(explicit.readExplicit());
  }

  @Test
  void readsLittleEndianDataThatIsCalledBigEndian() throws IOException {
    Attributes read =
        new EncodedBytes().explicit(Tag.Modality, "CS", "CT").read(UID.ExplicitVRBigEndian);
    assertThat(read.string(Tag.Modality)).contains("CT");
  }

  @Test
  void givesPublicElementsThatCameAsUnknownTheirRepresentation() throws IOException {
    Attributes read =
        new EncodedBytes()
            .explicit(Tag.Modality, "CS", "CT")
            .explicitLong(Tag.PatientID, "UN", 4)
            .text("4711")
            .explicitLong(0x00291010, "UN", 4)
            .text("4711")
            .readExplicit();
    assertThat(read.string(Tag.PatientID)).contains("4711");
    assertThat(read.element(0x00291010).orElseThrow().vr()).isEqualTo(VR.UN);
  }

  @Test
  void readsAnUnknownSequenceOfDefinedLength() throws IOException {
    Attributes read =
        new EncodedBytes()
            .explicit(Tag.Modality, "CS", "CT")
            .explicitLong(Tag.ProcedureCodeSequence, "UN", 22)
            .item(14)
            .implicit(Tag.CodeValue, "T-1234")
            .readExplicit();
    assertThat(read.items(Tag.ProcedureCodeSequence).getFirst().string(Tag.CodeValue))
        .contains("T-1234");
  }

  @Test
  void readsRepresentationsThatAreYetToCome() throws IOException {
    Attributes read =
        new EncodedBytes()
            .explicit(Tag.Modality, "CS", "CT")
            .explicitLong(0x00291010, "ZZ", 2)
            .number(7, 2)
            .explicit(Tag.PatientID, "LO", "4711")
            .readExplicit();
    assertThat(read.element(0x00291010).orElseThrow().vr()).isEqualTo(VR.UN);
    assertThat(read.string(Tag.PatientID)).contains("4711");
  }

  @Test
  void readsElementsWithoutRepresentation() throws IOException {
    Attributes read =
        new EncodedBytes()
            .explicit(Tag.Modality, "CS", "CT")
            .explicit(Tag.PatientID, "  ", "4711")
            .readExplicit();
    assertThat(read.string(Tag.PatientID)).contains("4711");
  }

  @Test
  void keepsOddLengths() throws IOException {
    Attributes read =
        new EncodedBytes()
            .explicit(Tag.Modality, "CS", "CTX")
            .explicit(Tag.PatientID, "LO", "4711")
            .readExplicit();
    assertThat(read.bytes(Tag.Modality).orElseThrow()).hasSize(3);
    assertThat(read.string(Tag.PatientID)).contains("4711");
  }

  @Test
  void takesTheLastOfTwoElementsWithOneTag() throws IOException {
    Attributes read =
        new EncodedBytes()
            .explicit(Tag.PatientID, "LO", "4711")
            .explicit(Tag.Modality, "CS", "CT")
            .explicit(Tag.PatientID, "LO", "4712")
            .readExplicit();
    assertThat(read.string(Tag.PatientID)).contains("4712");
    assertThat(read.size()).isEqualTo(2);
  }

  @Test
  void endsASequenceWhoseLastItemDoesNotEnd() throws IOException {
    Attributes read =
        new EncodedBytes()
            .explicit(Tag.Modality, "CS", "CT")
            .explicitLong(Tag.ProcedureCodeSequence, "SQ", UNDEFINED)
            .item(UNDEFINED)
            .explicit(Tag.CodeValue, "SH", "T-1234")
            .endOfSequence()
            .explicit(Tag.PatientID, "LO", "4711")
            .readExplicit();
    assertThat(read.items(Tag.ProcedureCodeSequence)).hasSize(1);
    assertThat(read.string(Tag.PatientID)).contains("4711");
  }

  @Test
  void passesOverDelimitersWhereLengthsWereGiven() throws IOException {
    EncodedBytes item = new EncodedBytes().explicit(Tag.CodeValue, "SH", "T-1234").endOfItem();
    Attributes read =
        new EncodedBytes()
            .explicit(Tag.Modality, "CS", "CT")
            .explicitLong(Tag.ProcedureCodeSequence, "SQ", 8 + item.length() + 8)
            .item(item.length())
            .explicit(Tag.CodeValue, "SH", "T-1234")
            .endOfItem()
            .endOfSequence()
            .explicit(Tag.PatientID, "LO", "4711")
            .readExplicit();
    assertThat(read.items(Tag.ProcedureCodeSequence)).hasSize(1);
    assertThat(read.string(Tag.PatientID)).contains("4711");
  }

  @Test
  void takesAnUndefinedLengthInImplicitDataForASequence() throws IOException {
    Attributes read =
        new EncodedBytes()
            .implicit(Tag.Modality, "CT")
            .implicit(Tag.PatientComments, UNDEFINED)
            .item(UNDEFINED)
            .implicit(Tag.CodeValue, "T-1234")
            .endOfItem()
            .endOfSequence()
            .readImplicit();
    assertThat(read.items(Tag.PatientComments).getFirst().string(Tag.CodeValue)).contains("T-1234");
  }

  @Test
  void readsEncapsulatedPixelDataThatCameAsUnknown() throws IOException {
    Attributes read =
        new EncodedBytes()
            .explicit(Tag.Modality, "CS", "CT")
            .explicitLong(Tag.PixelData, "UN", UNDEFINED)
            .item(0)
            .item(4)
            .zeros(4)
            .endOfSequence()
            .read(UID.JPEGBaseline8Bit);
    assertThat(read.element(Tag.PixelData).orElseThrow().value())
        .isInstanceOf(Value.Fragments.class);
  }

  @Test
  void takesDelimiterBytesWithinAFragmentForPixels() throws IOException {
    Attributes read =
        new EncodedBytes()
            .explicit(Tag.Modality, "CS", "CT")
            .explicitLong(Tag.PixelData, "OB", UNDEFINED)
            .item(0)
            .item(8)
            .endOfSequence()
            .endOfSequence()
            .read(UID.JPEG2000Lossless);
    assertThat(read.element(Tag.PixelData).orElseThrow().value())
        .isInstanceOfSatisfying(
            Value.Fragments.class, value -> assertThat(value.fragments()).hasSize(1));
  }
}
