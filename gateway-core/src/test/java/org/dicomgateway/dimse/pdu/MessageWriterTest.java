package org.dicomgateway.dimse.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dicomgateway.dimse.pdu.PresentationDataValue.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageWriterTest {
  private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
  private final List<Integer> writes = new ArrayList<>();

  @Test
  void sendsASmallMessageInOneWrite() throws IOException {
    MessageWriter writer = writer(16384);
    send(writer, new byte[100], new byte[1000]);
    assertThat(writes).containsExactly(12 + 100 + 12 + 1000);
  }

  @ParameterizedTest
  @CsvSource({"4096", "16384", "16383", "131072", "1000000", "0", "1"})
  void cutsDataSetsIntoUnitsThePeerTakes(long maximumLength) throws IOException {
    byte[] dataSet = new byte[700_001];
    new Random(1).nextBytes(dataSet);
    MessageWriter writer = writer(maximumLength);
    send(writer, new byte[100], dataSet);
    send(writer, new byte[100], dataSet);

    ByteArrayOutputStream read = new ByteArrayOutputStream();
    long longest = maximumLength == 0 ? Long.MAX_VALUE : Math.max(maximumLength, 64);
    int ends = 0;
    for (PDataTF unit : units()) {
      for (PresentationDataValue value : unit.values()) {
        assertThat(value.contextId()).isEqualTo(3);
        assertThat(value.fragment().remaining() + 6L).isLessThanOrEqualTo(longest);
        assertThat(value.isLast() || value.fragment().remaining() % 2 == 0).isTrue();
        ends += value.isLast() ? 1 : 0;
        if (value.content() == Content.DATA_SET) {
          read.writeBytes(array(value.fragment()));
        }
      }
    }
    assertThat(ends).isEqualTo(4);
    assertThat(read.size()).isEqualTo(2 * dataSet.length);
    assertThat(read.toByteArray()).startsWith(dataSet).endsWith(dataSet);
  }

  private static void send(MessageWriter writer, byte[] command, byte[] dataSet)
      throws IOException {
    writer.begin(3, Content.COMMAND);
    writer.write(command, 0, command.length);
    writer.end();
    writer.begin(3, Content.DATA_SET);
    assertThat(writer.transferFrom(new ByteArrayInputStream(dataSet))).isEqualTo(dataSet.length);
    writer.end();
    writer.flush();
  }

  private MessageWriter writer(long maximumLength) {
    ByteArrayOutputStream counting =
        new ByteArrayOutputStream() {
          @Override
          public synchronized void write(byte[] bytes, int offset, int length) {
            writes.add(length);
            wire.write(bytes, offset, length);
          }
        };
    return new MessageWriter(counting, maximumLength);
  }

  private List<PDataTF> units() throws IOException {
    PduReader reader = new PduReader(new ByteArrayInputStream(wire.toByteArray()), 16384);
    List<PDataTF> units = new ArrayList<>();
    while (true) {
      try {
        PDataTF unit = (PDataTF) reader.read();
        units.add(
            new PDataTF(
                unit.values().stream()
                    .map(
                        value ->
                            new PresentationDataValue(
                                value.contextId(),
                                value.content(),
                                value.isLast(),
                                ByteBuffer.wrap(array(value.fragment()))))
                    .toList()));
      } catch (EOFException e) {
        return units;
      }
    }
  }

  private static byte[] array(ByteBuffer buffer) {
    byte[] array = new byte[buffer.remaining()];
    buffer.duplicate().get(array);
    return array;
  }
}
