package org.dicomgateway.dimse.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import org.dicomgateway.dimse.pdu.PresentationDataValue.Content;
import org.junit.jupiter.api.Test;

class PduReaderTest {

  @Test
  void readsUnitsThatComeByteByByte() throws IOException {
    InputStream drops =
        new ByteArrayInputStream(
            join(RecordedPdus.ASSOCIATE_REQUEST_ECHOSCU, RecordedPdus.ECHO_REQUEST_ECHOSCU)) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, 1));
          }
        };
    PduReader reader = new PduReader(drops, 16384);
    assertThat(reader.read()).isInstanceOf(AAssociateRQ.class);
    assertThat(((PDataTF) reader.read()).values())
        .singleElement()
        .satisfies(
            value -> {
              assertThat(value.content()).isEqualTo(Content.COMMAND);
              assertThat(value.isLast()).isTrue();
              assertThat(value.fragment().remaining()).isEqualTo(68);
            });
  }

  @Test
  void tellsAnEndBetweenUnitsFromOneWithin() {
    byte[] echo = RecordedPdus.ECHO_REQUEST_ECHOSCU;
    assertThatThrownBy(() -> reader(new byte[0]).read())
        .isInstanceOf(EOFException.class)
        .hasMessage("connection closed");
    for (int length = 1; length < echo.length; length++) {
      byte[] cut = Arrays.copyOf(echo, length);
      assertThatThrownBy(() -> reader(cut).read())
          .isInstanceOf(EOFException.class)
          .hasMessageContaining("within a PDU");
    }
  }

  @Test
  void refusesAHostileLengthBeforeItTakesMemory() {
    assertThatThrownBy(() -> reader(hex("0400FFFFFFFF")).read())
        .isInstanceOfSatisfying(
            PduException.class,
            e -> assertThat(e.reason()).isEqualTo(AAbort.Reason.INVALID_PDU_PARAMETER))
        .hasMessageContaining("claims 4294967295 bytes");
  }

  @Test
  void knowsAStrangersProtocolByItsFirstByte() {
    assertThatThrownBy(() -> reader("GET / HTTP/1.1\r\n".getBytes()).read())
        .isInstanceOfSatisfying(
            PduException.class,
            e -> assertThat(e.reason()).isEqualTo(AAbort.Reason.UNRECOGNIZED_PDU));
  }

  @Test
  void refusesAFragmentThatOverrunsItsUnit() {
    assertThatThrownBy(() -> reader(hex("040000000008" + "000000FF" + "01020000")).read())
        .isInstanceOf(PduException.class)
        .hasMessageContaining("255 bytes where 4 are left");
  }

  @Test
  void refusesAnItemThatOverrunsItsRequest() {
    byte[] request = RecordedPdus.ASSOCIATE_REQUEST_ECHOSCU.clone();
    int applicationContextLength = 6 + 68 + 3;
    request[applicationContextLength] = (byte) 0xFF;
    assertThatThrownBy(() -> reader(request).read())
        .isInstanceOf(PduException.class)
        .hasMessageContaining("item 10H of 255 bytes");
  }

  @Test
  void takesUnitsLongerThanThePeerWasTold() throws IOException {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    MessageWriter writer = new MessageWriter(wire, 100_000);
    writer.begin(1, Content.DATA_SET);
    writer.write(new byte[90_000], 0, 90_000);
    writer.end();
    writer.flush();
    PduReader reader = new PduReader(new ByteArrayInputStream(wire.toByteArray()), 4096);
    assertThat(((PDataTF) reader.read()).values().getFirst().fragment().remaining())
        .isEqualTo(90_000);
  }

  private static PduReader reader(byte[] bytes) {
    return new PduReader(new ByteArrayInputStream(bytes), 16384);
  }

  private static byte[] hex(String text) {
    return HexFormat.of().parseHex(text);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
