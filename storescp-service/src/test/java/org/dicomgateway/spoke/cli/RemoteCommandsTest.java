package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dicomgateway.spoke.admin.RunningSpoke;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands that ask a spoke as from another machine: over https, with its token. */
@Timeout(120)
class RemoteCommandsTest {
  @TempDir static Path folder;
  private static Path certificate;
  private static Path tokenFile;
  private static RunningSpoke spoke;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void start() throws Exception {
    certificate = folder.resolve("spoke.pem");
    Path key = folder.resolve("spoke.key");
    String openssl =
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost"
            + " -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout %s -out %s";
    new ProcessBuilder(openssl.formatted(key, certificate).split(" ")).start().waitFor();
    tokenFile = Files.writeString(folder.resolve("token"), "0123456789abcdef0123\n");
    spoke =
        RunningSpoke.start(
            folder.resolve("data"),
            Map.of(
                "admin-token-file", tokenFile.toString(),
                "admin-tls-certificate", certificate.toString(),
                "admin-tls-key", key.toString()));
  }

  @AfterAll
  static void stop() {
    spoke.close();
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private int status(String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "spoke";
    all[1] = "status";
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return run(all);
  }

  private static String url() {
    return "--url=" + spoke.address();
  }

  @Test
  void showTheTokenOfAFileOrAnArgument() {
    String ca = "--ca=" + certificate;
    assertThat(status(url(), ca, "--token-file", tokenFile.toString())).isZero();
    assertThat(status(url(), ca, "--token", "0123456789abcdef0123")).isZero();
    assertThat(out.toString()).contains("Spoke GATEWAY of site bv-song-lam");
  }

  @Test
  void sayThatTheTokenIsMissingOrWrong() {
    assertThat(status(url(), "--ca=" + certificate)).isEqualTo(5);
    assertThat(err.toString()).contains("asks for its admin token", "gateway spoke token");
    assertThat(status(url(), "--ca=" + certificate, "--token=other")).isEqualTo(5);
    assertThat(err.toString()).contains("this is not the admin token");
    assertThat(status(url(), "--token-file", folder.resolve("none").toString())).isEqualTo(1);
    assertThat(err.toString()).contains("none: there is no such file");
  }

  @Test
  void sayThatTlsDoesNotFit() {
    assertThat(status(url(), "--token=x")).isEqualTo(3);
    assertThat(err.toString()).contains("is not trusted", "--ca");
    assertThat(status(url().replace("https:", "http:"), "--token=x")).isEqualTo(3);
    assertThat(err.toString()).contains("https is spoken: write https://");
  }

  @Test
  void tokenPrintsItAndMakesANewOne() {
    String data = folder.resolve("other").toString();
    assertThat(run("spoke", "token", "--data", data)).isEqualTo(4);
    assertThat(err.toString()).contains("there is no token", "--renew");
    assertThat(run("spoke", "token", "--data", data, "--renew")).isZero();
    String made = out.toString().strip();
    assertThat(run("spoke", "token", "--data", data)).isZero();
    assertThat(out.toString().lines()).containsExactly(made, made);
    assertThat(run("spoke", "token")).isEqualTo(2);
  }
}
