package org.dicomgateway.spoke.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.association.AcceptancePolicy;
import org.dicomgateway.dimse.association.AcceptorOptions;
import org.dicomgateway.dimse.association.AssociationAcceptor;
import org.dicomgateway.dimse.service.Completion;
import org.dicomgateway.dimse.service.DicomServiceException;
import org.dicomgateway.dimse.service.ServiceClassProvider;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.testdata.TestCertificate;
import org.dicomgateway.testdata.TlsFront;
import org.dicomgateway.testdata.TlsFront.Clients;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code echo}, {@code send} and {@code dump} as they are typed. */
class EngineerCommandsTest {
  private static final String REFUSED = "1.2.99";
  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private AssociationAcceptor peer;

  @BeforeEach
  void listen() throws IOException {
    peer =
        AssociationAcceptor.start(
            AcceptorOptions.of(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                AcceptancePolicy.storage("PEER")),
            new ServiceClassProvider(
                (request, dataSet) -> {
                  dataSet.transferTo(OutputStream.nullOutputStream());
                  if (request.affectedSopInstanceUid().equals(REFUSED)) {
                    throw new DicomServiceException(Status.OUT_OF_RESOURCES, "disk full");
                  }
                  received.add(request.affectedSopInstanceUid());
                  return Completion.DONE;
                }));
  }

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void echoSaysThatThePeerIsThere() {
    assertThat(run("echo", address("PEER"))).isZero();
    assertThat(out.toString()).contains(address("PEER") + ": success", "DICOMGATEWAY");
  }

  @Test
  void echoSaysWhyItFailedAndWhatToDo() {
    assertThat(run("echo", address("OTHER"))).isEqualTo(5);
    assertThat(err.toString())
        .contains("called AE title not recognized", "Ask for the peer's AE title");
  }

  @Test
  void echoAndSendSpeakTls() throws IOException {
    TestCertificate archive = TestCertificate.make(folder.resolve("tls"), "archive");
    TestCertificate spoke = TestCertificate.make(folder.resolve("tls"), "spoke");
    Path file = folder.resolve("one");
    instance(file, "1.2.1", UID.CTImageStorage);
    try (TlsFront front =
        TlsFront.start(archive.serving(spoke), Clients.KNOWN, peer.address().getPort())) {
      String address = "PEER@localhost:" + front.port();
      String authorities = archive.certificate().toString();
      String certificate = spoke.certificate().toString();
      String key = spoke.key().toString();
      assertThat(
              run(
                  "echo",
                  address,
                  "--tls",
                  "--tls-ca",
                  authorities,
                  "--tls-certificate",
                  certificate,
                  "--tls-key",
                  key))
          .isZero();
      assertThat(
              run(
                  "send",
                  address,
                  file.toString(),
                  "--tls-ca",
                  authorities,
                  "--tls-certificate",
                  certificate,
                  "--tls-key",
                  key))
          .isZero();
      assertThat(received).containsExactly("1.2.1");
      assertThat(run("echo", address, "--tls")).isEqualTo(3);
      assertThat(err.toString())
          .contains(
              "nobody we trust has signed the peer's certificate", "PEM file of its authority");
      assertThat(run("echo", address, "--tls-ca", "none.pem")).isEqualTo(1);
      assertThat(err.toString()).contains("there is no file none.pem");
      assertThat(run("echo", address, "--tls-certificate", certificate)).isEqualTo(2);
    }
  }

  @Test
  void wrongUsageIsToldFromFailure() {
    assertThat(run("echo", "nonsense")).isEqualTo(2);
    assertThat(err.toString()).contains("is not of the form AET@host:port");
    assertThat(run("send", address("PEER"))).isEqualTo(2);
    assertThat(run("send", address("PEER"), folder.toString(), "--associations", "0")).isEqualTo(2);
    assertThat(run("echo", "--calling-aet", "SEVENTEENLETTERS_", address("PEER"))).isEqualTo(2);
  }

  @Test
  void sendSearchesFoldersAndLeavesOutWhatIsNoInstance() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("a/b"));
    instance(inner.resolve("one"), "1.2.1", UID.CTImageStorage);
    instance(inner.resolve("two"), "1.2.2", "1.3.6.1.4.1.9.1");
    instance(folder.resolve("DICOMDIR"), "1.2.3", UID.MediaStorageDirectoryStorage);
    Files.writeString(folder.resolve("README.txt"), "no image");
    assertThat(run("send", address("PEER"), folder.toString(), "--associations", "2")).isZero();
    assertThat(received).containsExactlyInAnyOrder("1.2.1", "1.2.2");
    assertThat(out.toString()).contains("2 sent, 0 failed, 2 left out");
  }

  @Test
  void sendNamesWhatFailedAndSendsTheRest() throws IOException {
    instance(folder.resolve("bad"), REFUSED, UID.CTImageStorage);
    instance(folder.resolve("good"), "1.2.1", UID.CTImageStorage);
    assertThat(run("send", address("PEER"), folder.toString())).isEqualTo(1);
    assertThat(received).containsExactly("1.2.1");
    assertThat(err.toString())
        .contains(folder.resolve("bad") + ": A700H out of resources: disk full")
        .contains("free space there, send again");
  }

  @Test
  void sendRefusesNamedFilesThatAreNotDicom() throws IOException {
    Path text = Files.writeString(folder.resolve("README.txt"), "no image");
    assertThat(run("send", address("PEER"), text.toString(), folder.resolve("gone").toString()))
        .isEqualTo(1);
    assertThat(err.toString()).contains("README.txt: cannot be sent", "there is no such file");
  }

  @Test
  void sendPrintsJsonLines() throws IOException {
    instance(folder.resolve("bad"), REFUSED, UID.CTImageStorage);
    instance(folder.resolve("good"), "1.2.1", UID.CTImageStorage);
    run("send", address("PEER"), folder.toString(), "--json");
    List<JsonNode> lines = out.toString().lines().map(JsonMapper.shared()::readTree).toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.subList(0, 2))
        .anySatisfy(line -> assertThat(line.path("error").asString()).contains("A700H"))
        .anySatisfy(line -> assertThat(line.path("status").asString()).isEqualTo("0000H success"));
    assertThat(lines.get(2).get("sent").asInt()).isEqualTo(1);
    assertThat(lines.get(2).get("failed").asInt()).isEqualTo(1);
  }

  @Test
  void dumpListsElementsWithNamesAndLengths() throws IOException {
    Path file = instance(folder.resolve("one"), "1.2.1", UID.CTImageStorage);
    assertThat(run("dump", file.toString())).isZero();
    assertThat(out.toString())
        .containsPattern("\\(0008,0016\\) UI =CT Image Storage +# 26 SOP Class UID")
        .containsPattern("\\(0008,1115\\) SQ \\(1 items\\) +# +Referenced Series Sequence")
        .containsPattern("    \\(0008,1150\\) UI \\[1\\.2\\.5\\] +# 6 Referenced SOP Class UID")
        .containsPattern("\\(0010,0010\\) PN \\[NGUYỄN\\^VĂN AN\\]")
        .containsPattern("\\(7FE0,0010\\) OW \\(at byte \\d+\\) +# 5000 Pixel Data");
  }

  @Test
  void dumpPrintsDicomJson() throws IOException {
    Path file = instance(folder.resolve("one"), "1.2.1", UID.CTImageStorage);
    assertThat(run("dump", "--json", file.toString())).isZero();
    assertThat(
            JsonMapper.shared()
                .readTree(out.toString())
                .at("/00100010/Value/0/Alphabetic")
                .asString())
        .isEqualTo("NGUYỄN^VĂN AN");
  }

  @Test
  void dumpListsWhereFramesLie() throws IOException {
    Path file = instance(folder.resolve("one"), "1.2.1", UID.CTImageStorage);
    assertThat(run("dump", "--frames", file.toString())).isZero();
    long offset = Files.size(file) - 5000;
    assertThat(out.toString().lines()).containsExactly("1\t" + offset + "\t5000");
  }

  @Test
  void dumpListsADamagedFileAsFarAsItGoes() throws IOException {
    Path file = instance(folder.resolve("one"), "1.2.1", UID.CTImageStorage);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 100));
    assertThat(run("dump", file.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("NGUYỄN^VĂN AN");
    assertThat(err.toString()).contains(file.toString(), "(7FE0,0010)");
  }

  private String address(String title) {
    return title + "@127.0.0.1:" + peer.address().getPort();
  }

  private int run(String... arguments) {
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private static Path instance(Path file, String sopInstance, String sopClass) throws IOException {
    Attributes reference = new Attributes().setString(Tag.ReferencedSOPClassUID, VR.UI, "1.2.5");
    Attributes dataSet =
        new Attributes()
            .setString(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
            .setString(Tag.SOPClassUID, VR.UI, sopClass)
            .setString(Tag.SOPInstanceUID, VR.UI, sopInstance)
            .setItems(Tag.ReferencedSeriesSequence, List.of(reference))
            .setString(Tag.PatientName, VR.PN, "NGUYỄN^VĂN AN")
            .setInt(Tag.SamplesPerPixel, VR.US, 1)
            .setInt(Tag.Rows, VR.US, 50)
            .setInt(Tag.Columns, VR.US, 50)
            .setInt(Tag.BitsAllocated, VR.US, 16)
            .setBytes(Tag.PixelData, VR.OW, new byte[5000]);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Part10.header(sopClass, sopInstance, UID.ExplicitVRLittleEndian));
    DataSetWriter.write(dataSet, TransferSyntax.of(UID.ExplicitVRLittleEndian), bytes);
    assertThat(new String(bytes.toByteArray(), StandardCharsets.ISO_8859_1)).contains("DICM");
    return Files.write(file, bytes.toByteArray());
  }
}
