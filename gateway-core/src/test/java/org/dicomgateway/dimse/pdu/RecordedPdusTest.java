package org.dicomgateway.dimse.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordedPdusTest {
  private static final String IMPLEMENTATION = "1.2.276.0.7230010.3.0.3.6.7";

  static Stream<byte[]> recorded() {
    return Stream.of(
        RecordedPdus.ASSOCIATE_ACCEPT_STORESCP,
        RecordedPdus.ECHO_REQUEST_ECHOSCU,
        RecordedPdus.ECHO_RESPONSE_STORESCP,
        RecordedPdus.RELEASE_REQUEST,
        RecordedPdus.RELEASE_RESPONSE,
        RecordedPdus.ABORT_DCMSEND);
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void encodesWhatItDecodedAsItWas(byte[] bytes) throws IOException {
    assertThat(PduWriter.encode(decode(bytes))).isEqualTo(bytes);
  }

  @Test
  void readsTheRequestOfEchoscu() throws IOException {
    assertThat(decode(RecordedPdus.ASSOCIATE_REQUEST_ECHOSCU))
        .isEqualTo(
            new AAssociateRQ(
                1,
                "ARCHIVE",
                "ECHOSCU",
                "1.2.840.10008.3.1.1.1",
                List.of(new ProposedContext(1, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2"))),
                new UserInformation(
                    List.of(
                        new UserItem.MaximumLength(16384),
                        new UserItem.ImplementationClassUid(IMPLEMENTATION),
                        new UserItem.ImplementationVersionName("OFFIS_DCMTK_367")))));
  }

  @Test
  void readsTheTransferSyntaxesOfDcmsendInTheirOrder() throws IOException {
    AAssociateRQ request = (AAssociateRQ) decode(RecordedPdus.ASSOCIATE_REQUEST_DCMSEND);
    assertThat(request.presentationContexts())
        .containsExactly(
            new ProposedContext(
                1,
                "1.2.840.10008.5.1.4.1.1.4",
                List.of("1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2")));
  }

  @Test
  void readsTheAnswerOfStorescp() throws IOException {
    AAssociateAC acceptance = (AAssociateAC) decode(RecordedPdus.ASSOCIATE_ACCEPT_STORESCP);
    assertThat(acceptance.presentationContexts())
        .containsExactly(
            new NegotiatedContext(1, NegotiatedContext.Result.ACCEPTANCE, "1.2.840.10008.1.2"));
    assertThat(acceptance.userInformation().maximumLength()).isEqualTo(16384);
  }

  private static Pdu decode(byte[] bytes) throws IOException {
    return new PduReader(new ByteArrayInputStream(bytes), 16384).read();
  }
}
