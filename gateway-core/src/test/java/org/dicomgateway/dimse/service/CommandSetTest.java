package org.dicomgateway.dimse.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dimse.pdu.RecordedPdus;
import org.junit.jupiter.api.Test;

class CommandSetTest {
  private static final int PDU_AND_PDV_HEADERS = 12;

  @Test
  void writesAnEchoAsDcmtkDoes() {
    CommandSet request =
        CommandSet.of(CommandField.C_ECHO_RQ.code())
            .with(Tag.AffectedSOPClassUID, UID.Verification)
            .with(Tag.MessageID, 1);
    assertThat(request.encode()).isEqualTo(command(RecordedPdus.ECHO_REQUEST_ECHOSCU));
  }

  @Test
  void readsAResponseOfDcmtk() throws IOException {
    CommandSet response = CommandSet.decode(command(RecordedPdus.ECHO_RESPONSE_STORESCP));
    assertThat(response.commandField()).isEqualTo(CommandField.C_ECHO_RSP.code());
    assertThat(response.integer(Tag.MessageIDBeingRespondedTo)).hasValue(1);
    assertThat(response.integer(Tag.Status)).hasValue(0);
    assertThat(response.string(Tag.AffectedSOPClassUID)).contains(UID.Verification);
    assertThat(response.hasDataSet()).isFalse();
  }

  @Test
  void refusesWhatEndsWithinAnElement() {
    byte[] whole = command(RecordedPdus.ECHO_REQUEST_ECHOSCU);
    assertThatThrownBy(() -> CommandSet.decode(Arrays.copyOf(whole, whole.length - 1)))
        .isInstanceOf(DicomParseException.class);
    assertThatThrownBy(() -> CommandSet.decode(Arrays.copyOf(whole, 5)))
        .isInstanceOf(DicomParseException.class);
  }

  @Test
  void refusesElementsOfOtherGroups() {
    byte[] other = command(RecordedPdus.ECHO_REQUEST_ECHOSCU).clone();
    other[0] = 8;
    assertThatThrownBy(() -> CommandSet.decode(other)).hasMessageContaining("(0008,0000)");
  }

  private static byte[] command(byte[] unit) {
    return Arrays.copyOfRange(unit, PDU_AND_PDV_HEADERS, unit.length);
  }
}
