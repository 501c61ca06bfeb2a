package org.dicomgateway.dimse.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UserItemTest {
  private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

  static Stream<UserItem> items() {
    return Stream.of(
        new UserItem.MaximumLength(0xFFFFFFFFL),
        new UserItem.ImplementationClassUid("2.25.1"),
        new UserItem.AsynchronousOperationsWindow(0, 7),
        new UserItem.RoleSelection(CT, 0, 1),
        new UserItem.ImplementationVersionName("X_1"),
        new UserItem.ExtendedNegotiation(CT, new byte[] {1, 0, 2}),
        new UserItem.CommonExtendedNegotiation(
            "1.2.3", "1.2.840.10008.4.2", List.of("1.2.840.10008.5.1.4.1.1.88.22", CT)),
        new UserItem.UserIdentity(
            2, 1, "an".getBytes(StandardCharsets.UTF_8), "bí mật".getBytes(StandardCharsets.UTF_8)),
        new UserItem.Unknown(0x5F, new byte[] {1, 2, 3}));
  }

  @ParameterizedTest
  @MethodSource("items")
  void comesBackAsItWent(UserItem item) throws IOException {
    AAssociateRQ request =
        AAssociateRQ.of("A", "B", List.of(new ProposedContext(1, CT, List.of())), of(item, item));
    byte[] bytes = PduWriter.encode(request);
    AAssociateRQ read = (AAssociateRQ) new PduReader(new ByteArrayInputStream(bytes), 16384).read();
    assertThat(read).usingRecursiveComparison().isEqualTo(request);
    assertThat(PduWriter.encode(read)).isEqualTo(bytes);
  }

  @Test
  void keepsPasswordsOutOfLogs() {
    byte[] secret = "secret".getBytes(StandardCharsets.UTF_8);
    assertThat(new UserItem.UserIdentity(2, 0, secret, secret)).hasToString("UserIdentity[kind=2]");
  }

  private static UserInformation of(UserItem... items) {
    return new UserInformation(List.of(items));
  }
}
