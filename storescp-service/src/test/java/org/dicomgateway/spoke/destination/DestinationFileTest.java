package org.dicomgateway.spoke.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.spoke.destination.DestinationSettings.Folder;
import org.dicomgateway.spoke.destination.DestinationSettings.Hub;
import org.dicomgateway.spoke.destination.DestinationSettings.Layout;
import org.dicomgateway.spoke.destination.DestinationSettings.Node;
import org.dicomgateway.spoke.destination.DestinationSettings.Stow;
import org.dicomgateway.spoke.versions.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationFileTest {
  private static final String ALL =
      """
      destinations:
        - name: pacs
          type: dicom
          ae-title: PACS
          host: 10.0.0.5
          port: 104
          tls: { authorities: ca.pem, certificate: own.pem, key: own.key, host-names: any }
          hours: mon-fri 19:00-06:00
        - name: cloud
          type: stow
          url: https://pacs.example/dicomweb/
          basic: { user: spoke, password-file: /etc/gateway/password }
          limits: [mon-fri 07:00-18:00 normal 2000, background 100]
        - name: other
          type: stow
          url: http://10.0.0.6:8042/dicom-web
          bearer: { token-env: OTHER_TOKEN }
        - name: teaching
          type: folder
          path: /srv/teaching
          layout: uid
        - name: second-hub
          type: hub
          url: https://hub.example
          site: bv-song-lam
          token-file: /etc/gateway/second.token
      """;

  private static List<DestinationSettings> parse(String text) throws DestinationFileException {
    return DestinationFile.parse(text, "GATEWAY");
  }

  private static List<Problem> problems(String text) {
    return catchThrowableOfType(DestinationFileException.class, () -> parse(text)).problems();
  }

  @Test
  void readsEveryKind() throws Exception {
    List<DestinationSettings> all = parse(ALL);

    Node node = (Node) all.get(0);
    assertThat(node.aeTitle()).isEqualTo("PACS");
    assertThat(node.port()).isEqualTo(104);
    assertThat(node.callingAeTitle()).isEqualTo("GATEWAY");
    assertThat(node.tls())
        .contains(
            new Tls(
                Optional.of(Path.of("ca.pem")),
                Optional.of(new Tls.Identity(Path.of("own.pem"), Path.of("own.key"))),
                Tls.HostNames.ANY));
    Stow stow = (Stow) all.get(1);
    assertThat(stow.url()).isEqualTo(URI.create("https://pacs.example/dicomweb"));
    assertThat(stow.credentials())
        .isEqualTo(
            new Credentials.Basic("spoke", new Secret.InFile(Path.of("/etc/gateway/password"))));
    assertThat(stow.limits().windows()).hasSize(2);
    assertThat(((Stow) all.get(2)).credentials())
        .isEqualTo(new Credentials.Bearer(new Secret.InEnvironment("OTHER_TOKEN")));
    assertThat(all.get(3))
        .isEqualTo(new Folder("teaching", Path.of("/srv/teaching"), Layout.UID, Limits.NONE));
    Hub hub = (Hub) all.get(4);
    assertThat(hub.site()).isEqualTo("bv-song-lam");
    assertThat(hub.token().toString()).isEqualTo("file /etc/gateway/second.token");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-05T12:00, true", // Monday
    "2026-01-05T19:00, false",
    "2026-01-06T05:59, false",
    "2026-01-06T06:00, true",
    "2026-01-10T05:59, false", // the night of Friday
    "2026-01-10T19:30, true",
    "2026-01-12T03:00, true", // the night of Sunday
  })
  void sendsNothingButStatOutsideOfItsHours(LocalDateTime time, boolean shut) throws Exception {
    Limits limits = parse(ALL).getFirst().limits();

    assertThat(limits.bytesPerSecond(Urgency.NORMAL, time).isPresent()).isEqualTo(shut);
    assertThat(limits.bytesPerSecond(Urgency.STAT, time)).isEmpty();
  }

  @Test
  void takesNone() throws Exception {
    assertThat(parse("")).isEmpty();
    assertThat(parse("destinations: []")).isEmpty();
  }

  @Test
  void tellsAllThatIsWrongWithLineAndColumn() {
    List<Problem> problems =
        problems(
            """
            destinations:
              - name: pacs
                type: dicom
                ae-title: A_TITLE_OF_MORE_THAN_SIXTEEN
                host: 10.0.0.5
                port: 70000
                adress: 10.0.0.6
              - name: Cloud
                type: stow
                url: pacs.example
                basic: { user: a, password: secret }
              - name: pacs
                type: ftp
              - name: x
                type: folder
              - name: hub
                type: hub
                url: https://hub.example
                limits: always 5
            """);

    assertThat(problems)
        .extracting(Problem::line)
        .containsExactly(4, 6, 7, 8, 10, 11, 11, 12, 13, 14, 16, 16, 16, 19);
    assertThat(problems.get(1))
        .hasToString("line 6, column 11: '70000' is no port from 1 to 65535");
    assertThat(problems.get(2).message()).startsWith("there is no 'adress' here; write one of");
    assertThat(problems.toString())
        .contains(
            "is not written here", "a destination needs 'path: …'", "give this one another name")
        .contains("there is a destination 'pacs' in line 2 already", "there is no type 'ftp'")
        .doesNotContain("secret");
  }
}
