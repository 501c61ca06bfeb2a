package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.PresentationContext;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.dicomgateway.dimse.service.ServiceClassUser;
import org.dicomgateway.dimse.service.ServiceClassUser.Response;
import org.dicomgateway.dimse.service.Status;
import org.dicomgateway.samples.ordeal.Digest;
import org.dicomgateway.samples.ordeal.SyntheticSeries;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Files that are damaged, or odd, or lie: what can be identified is stored as it is, what cannot is
 * refused with a reason; the service goes on. Sent as raw bytes, since no toolkit would send them.
 * A damage of our own making is among them, so that there always is one.
 */
class BrokenFilesIT {
  private static final ReadOptions UIDS = new ReadOptions(1024, Tag.SOPInstanceUID + 1);
  private static final String UNKNOWN_CLASS = "1.2.840.10008.5.1.4.1.1.7";
  private static final String UNKNOWN_INSTANCE = "2.25.20261121900";
  private static final String STUDY = "2.25.20261121005";

  @RegisterExtension static final RunningGateway GATEWAY = RunningGateway.withSmallHeaps();

  /** What is said of a file when it is sent, and how it was answered. */
  private record Sent(Path file, String sopInstance, long dataSetOffset, Response response) {
    boolean isStored() {
      return response.status().category() == Status.Category.SUCCESS;
    }
  }

  @Test
  void brokenFilesAreStoredAsTheyAreOrRefusedWithAReason() throws Exception {
    List<Sent> all = new ArrayList<>();
    for (Path file : files()) {
      all.add(send(file));
    }
    List<InstanceFile> sound =
        new SyntheticSeries(STUDY, 64, 64, 1).write(GATEWAY.folder("sound"), 3);
    assertThat(GATEWAY.send(sound)).as("the service goes on").allMatch(Outcome::isSent);
    GATEWAY.awaitDelivered();

    for (Sent sent : all) {
      System.out.printf("BrokenFilesIT: %s %s%n", sent.file.getFileName(), sent.response);
      assertThat(sent.isStored() || !sent.response.comment().isBlank())
          .as("%s refused without a reason: %s", sent.file, sent.response)
          .isTrue();
    }
    verifyHub(all, sound);
  }

  private static void verifyHub(List<Sent> all, List<InstanceFile> sound) throws Exception {
    Set<String> acknowledged =
        all.stream().filter(Sent::isStored).map(Sent::sopInstance).collect(Collectors.toSet());
    sound.forEach(file -> acknowledged.add(file.sopInstance()));
    HubClient hub = GATEWAY.client();
    assertThat(hub.all().stream().map(HubClient.Address::instance))
        .containsExactlyInAnyOrderElementsOf(acknowledged);
    for (Sent sent : all) {
      if (sent.isStored()) {
        assertThat(digests(hub, sent.sopInstance))
            .as(sent.file.toString())
            .contains(Digest.of(sent.file, sent.dataSetOffset));
      }
    }
    for (InstanceFile file : sound) {
      UnreliableSend.assertCameBack(hub, file, GATEWAY.folder("returned"));
    }
  }

  /** Of the data sets the hub has under a UID: the served one's and those kept beside it. */
  private static List<String> digests(HubClient hub, String instance) throws Exception {
    Path folder = GATEWAY.folder("returned");
    Path served = folder.resolve("served.dcm");
    hub.retrieve(hub.find(instance).orElseThrow(), served);
    List<String> digests = new ArrayList<>(List.of(Digest.ofOurs(served)));
    for (Path kept : new KeptConflicts(GATEWAY.client()).files(instance, folder)) {
      digests.add(Digest.ofOurs(kept));
    }
    return digests;
  }

  private static List<Path> files() throws IOException {
    Path folder = GATEWAY.folder("broken");
    Path whole =
        new SyntheticSeries("2.25.20261121006", 64, 64, 1).write(folder, 1).getFirst().file();
    byte[] bytes = Files.readAllBytes(whole);
    Files.write(folder.resolve("cut-in-pixel-data.dcm"), Arrays.copyOf(bytes, bytes.length - 1000));
    Files.write(folder.resolve("cut-in-header.dcm"), Arrays.copyOf(bytes, 390));
    Files.delete(whole);
    List<Path> files = new ArrayList<>();
    files.add(folder.resolve("cut-in-pixel-data.dcm"));
    files.add(folder.resolve("cut-in-header.dcm"));
    files.addAll(RealData.files("broken"));
    return files;
  }

  /** Sends a file's bytes behind its File Meta Information, under the names it gives itself. */
  private static Sent send(Path file) throws IOException {
    Part10 head = head(file);
    String sopClass =
        head.dataSet()
            .string(Tag.SOPClassUID)
            .or(() -> head.fileMetaInformation().string(Tag.MediaStorageSOPClassUID))
            .orElse(UNKNOWN_CLASS);
    String instance =
        head.dataSet()
            .string(Tag.SOPInstanceUID)
            .or(() -> head.fileMetaInformation().string(Tag.MediaStorageSOPInstanceUID))
            .orElse(UNKNOWN_INSTANCE);
    String syntax = head.transferSyntax().uid();
    ProposedContext proposed = new ProposedContext(1, sopClass, List.of(syntax));
    AssociationRequestor requestor = new AssociationRequestor("MODALITY", Timeouts.DEFAULT);
    try (Association association = requestor.open(GATEWAY.spoke().dicom(), List.of(proposed));
        InputStream dataSet = Files.newInputStream(file)) {
      dataSet.skipNBytes(head.dataSetOffset());
      PresentationContext context = association.presentationContexts().iterator().next();
      Response response = new ServiceClassUser(association).store(instance, context, dataSet);
      association.release();
      return new Sent(file, instance, head.dataSetOffset(), response);
    }
  }

  private static Part10 head(Path file) throws IOException {
    try {
      return Part10.readLeniently(file, UIDS).part10();
    } catch (DicomParseException e) {
      TransferSyntax implicit = TransferSyntax.of(UID.ImplicitVRLittleEndian);
      return new Part10(new Attributes(), implicit, 0, new Attributes());
    }
  }
}
