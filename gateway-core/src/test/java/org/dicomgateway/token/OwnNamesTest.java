package org.dicomgateway.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnNamesTest {
  private final OwnNames names =
      new OwnNames(InetAddress.ofLiteral("127.0.0.9"), Set.of("Spoke.example"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LocalHost:8080",
        "127.0.0.1:1",
        "[::1]",
        "[::1]:8080",
        "127.0.0.9:8080",
        "spoke.example",
        "SPOKE.EXAMPLE:443"
      })
  void containThoseOfThisMachineAndThoseThatAreGiven(String host) {
    assertThat(names.contain(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":8080",
        "evil.example",
        "evil.example:8080",
        "localhost.evil.example",
        "evil-localhost",
        "localhost:8080.evil.example",
        "127.0.0.10",
        "::1"
      })
  void containNoneThatSomebodyElseMayLeadHere(String host) {
    assertThat(names.contain(host)).isFalse();
    assertThat(names.contain(null)).isFalse();
  }

  @Test
  void containAnAddressAsAUrlWritesIt() throws UnknownHostException {
    InetAddress address = InetAddress.getByName("fd00::1");
    assertThat(new OwnNames(address, Set.of()).contain("[" + address.getHostAddress() + "]:8081"))
        .isTrue();
  }
}
