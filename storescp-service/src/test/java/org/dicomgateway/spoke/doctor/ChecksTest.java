package org.dicomgateway.spoke.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.spoke.doctor.Finding.Level;
import org.dicomgateway.testdata.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
  @TempDir private Path folder;

  private static void assertFound(List<Finding> findings, Level level, String text) {
    assertThat(findings)
        .anySatisfy(
            finding -> {
              assertThat(finding.level()).isEqualTo(level);
              assertThat(finding.found()).contains(text);
              assertThat(finding.remedy().isEmpty()).isEqualTo(level == Level.OK);
            });
  }

  @Test
  void triesTheDiskAndLeavesNothingThere() {
    assertFound(new DiskCheck(folder, 0).findings(), Level.OK, "forced and renamed in");
    assertFound(new DiskCheck(folder, Long.MAX_VALUE / 4).findings(), Level.FAILED, "refused");
    assertThat(folder).isEmptyDirectory();
    Path gone = folder.resolve("gone");
    assertFound(new DiskCheck(gone, 0).findings(), Level.FAILED, "gone: there is no such file");
  }

  @Test
  void findsAPortThatAnotherProgramHolds() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      InetSocketAddress held = (InetSocketAddress) other.getLocalSocketAddress();
      assertFound(
          new PortCheck("DICOM port", "--dicom-port", held).findings(), Level.FAILED, "in use");
      other.close();
      assertFound(
          new PortCheck("DICOM port", "--dicom-port", held).findings(), Level.OK, "is free");
    }
  }

  @Test
  void resolvesNames() {
    assertFound(new NameCheck("hub", "localhost").findings(), Level.OK, "127.0.0.1");
    assertFound(
        new NameCheck("hub", "no.such.host.invalid").findings(), Level.FAILED, "has no address");
  }

  @Test
  void tellsHowLongCertificatesAreGood() throws Exception {
    Path pem = TestCertificate.make(folder, "spoke").certificate();
    assertFound(new CertificateCheck("ours", pem).findings(), Level.WARNING, "good for 1 days");
    X509Certificate one =
        (X509Certificate)
            CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(pem)));
    Instant now = Instant.now();
    assertFound(
        List.of(CertificateCheck.judged("ours", one, now.minus(99, ChronoUnit.DAYS))),
        Level.OK,
        "good for 10");
    assertFound(
        List.of(CertificateCheck.judged("ours", one, now.plus(9, ChronoUnit.DAYS))),
        Level.FAILED,
        "ended");
    Path none = Files.writeString(folder.resolve("none.pem"), "no certificate");
    assertThat(new CertificateCheck("ours", none).findings())
        .noneMatch(finding -> finding.level() == Level.OK);
  }

  @Test
  void holdsTheClockAgainstTheHubsAndShowsTheToken() throws Exception {
    HttpServer hub = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    hub.createContext(
        "/",
        exchange -> {
          String shown = exchange.getRequestHeaders().getFirst("Authorization");
          boolean unknown = shown != null && !shown.equals("Bearer t");
          exchange.sendResponseHeaders(unknown ? 401 : 200, -1);
          exchange.close();
        });
    hub.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
      HubQuestion question = new HubQuestion(address, Optional.empty(), Optional.empty());
      assertFound(new ClockCheck(question).findings(), Level.OK, "as the hub's");
      assertFound(new HubCheck(question, "s", "t").findings(), Level.OK, "takes the token");
      assertFound(new HubCheck(question, "s", "x").findings(), Level.FAILED, "refuses the token");
    } finally {
      hub.stop(0);
    }
  }

  @Test
  void countsWhatWasSetAside() throws IOException {
    assertFound(
        new DamagedCheck(folder.resolve("damaged")).findings(), Level.OK, "no damaged files");
    Path damaged = Files.createDirectory(folder.resolve("damaged"));
    Files.createFile(damaged.resolve("1.inst"));
    assertFound(new DamagedCheck(damaged).findings(), Level.WARNING, "1 damaged file in");
  }

  @Test
  void goesOnWhenACheckFails() throws InterruptedException {
    Check broken =
        () -> {
          throw new IllegalStateException("broken");
        };
    Doctor doctor = new Doctor(List.of(broken, new NameCheck("hub", "localhost")), List.of(broken));
    List<Finding> findings = doctor.examine(Doctor.TestImage.NOT_SENT);
    assertThat(findings).hasSize(2);
    assertFound(findings, Level.FAILED, "broken");
    assertThat(doctor.examine(Doctor.TestImage.SENT)).hasSize(3);
  }

  @Test
  void testImageIsTheSameEachTimeAndSaysThatItIsOne() throws IOException {
    TestImage image = new TestImage("yen-bai");
    assertThat(image.bytes()).isEqualTo(new TestImage("yen-bai").bytes());
    assertThat(image.study()).isNotEqualTo(new TestImage("lao-cai").study());
    byte[] header =
        Part10.header(
            UID.SecondaryCaptureImageStorage, image.instance(), UID.ExplicitVRLittleEndian);
    Path file = folder.resolve("image.dcm");
    Files.write(file, header);
    Files.write(file, image.bytes(), StandardOpenOption.APPEND);
    Attributes read = Part10.readLeniently(file, ReadOptions.WHOLE).part10().dataSet();
    assertThat(read.string(Tag.PatientName)).hasValue("GATEWAY^TEST");
    assertThat(read.string(Tag.StudyDescription).orElse("")).contains("NO PATIENT");
    assertThat(read.string(Tag.StudyInstanceUID).orElse("")).hasSizeLessThan(65);
  }
}
