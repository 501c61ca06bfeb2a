package org.dicomgateway.dimse.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.ScriptedPeer;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.service.InstanceSender.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InstanceSenderTest {
  private static final AssociationRequestor REQUESTOR =
      new AssociationRequestor("MODALITY", Timeouts.DEFAULT);
  @TempDir Path folder;

  @Test
  void sendsFilesOverManyAssociationsByteForByte() throws Exception {
    List<InstanceFile> files = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      files.add(instance("1.2." + i, UID.ExplicitVRLittleEndian));
    }
    try (StoreScp scp = new StoreScp()) {
      Queue<Outcome> outcomes = send(new InstanceSender(REQUESTOR, scp.address(), 8), files);
      assertThat(outcomes).hasSize(40).allMatch(Outcome::isSent);
      for (InstanceFile file : files) {
        byte[] bytes = Files.readAllBytes(file.file());
        assertThat(bytes).endsWith(scp.dataSets.get(file.sopInstance()));
      }
    }
  }

  @Test
  void sendsMoreKindsThanAnAssociationHasContexts() throws Exception {
    List<InstanceFile> files = new ArrayList<>();
    InstanceFile any = instance("1.2.3", UID.ExplicitVRLittleEndian);
    for (int i = 1; i <= 300; i++) {
      files.add(
          new InstanceFile(
              any.file(),
              "1.3.6.1.4.1." + i,
              "1.2." + i,
              any.transferSyntax(),
              any.dataSetOffset()));
    }
    assertThat(InstanceSender.byAssociation(files)).hasSize(3);
    try (StoreScp scp = new StoreScp()) {
      assertThat(send(new InstanceSender(REQUESTOR, scp.address(), 2), files))
          .hasSize(300)
          .allMatch(Outcome::isSent);
      assertThat(scp.dataSets).hasSize(300);
    }
  }

  @Test
  void namesTheFileThePeerRefusedAndSendsTheRest() throws Exception {
    CStoreHandler refusing =
        (request, _) -> {
          if (request.affectedSopInstanceUid().equals("1.2.2")) {
            throw new DicomServiceException(Status.CANNOT_UNDERSTAND, "odd");
          }
          return Completion.DONE;
        };
    List<InstanceFile> files =
        List.of(
            instance("1.2.1", UID.ImplicitVRLittleEndian),
            instance("1.2.2", UID.ExplicitVRLittleEndian),
            instance("1.2.3", UID.ExplicitVRLittleEndian));
    try (StoreScp scp = new StoreScp(refusing)) {
      assertThat(send(new InstanceSender(REQUESTOR, scp.address(), 1), files))
          .filteredOn(outcome -> !outcome.isSent())
          .containsExactly(new Outcome(files.get(1), Optional.of(Status.CANNOT_UNDERSTAND), "odd"));
    }
  }

  @Test
  void sendsWhatHadNoAnswerAgainWhenThePeerDropsAnAssociation() throws Exception {
    CStoreHandler dropping =
        (request, dataSet) -> {
          if (request.affectedSopInstanceUid().equals("1.2.1")) {
            dataSet.transferTo(java.io.OutputStream.nullOutputStream());
            throw new org.dicomgateway.dimse.association.AssociationException("dropped");
          }
          return Completion.DONE;
        };
    InstanceFile dropped = instance("1.2.1", UID.ExplicitVRLittleEndian);
    List<InstanceFile> files = new ArrayList<>(List.of(dropped));
    for (int i = 2; i <= 40; i++) {
      files.add(instance("1.2." + i, UID.ExplicitVRLittleEndian));
    }
    try (StoreScp scp = new StoreScp(dropping)) {
      assertThat(send(new InstanceSender(REQUESTOR, scp.address(), 1), files))
          .hasSize(40)
          .filteredOn(outcome -> !outcome.isSent())
          .extracting(Outcome::file)
          .containsExactly(dropped);
    }
  }

  @Test
  void givesEveryFileTheReasonWhyThereIsNoAssociation() throws Exception {
    ServerSocket closed = ScriptedPeer.listen();
    ApplicationEntity nobody = new ApplicationEntity("NOBODY", "127.0.0.1", closed.getLocalPort());
    closed.close();
    List<InstanceFile> files =
        List.of(
            instance("1.2.1", UID.ExplicitVRLittleEndian),
            instance("1.2.2", UID.ExplicitVRLittleEndian));
    assertThat(send(new InstanceSender(REQUESTOR, nobody, 2), files))
        .hasSize(2)
        .allSatisfy(
            outcome -> {
              assertThat(outcome.status()).isEmpty();
              assertThat(outcome.detail()).contains("cannot connect to NOBODY@127.0.0.1");
            });
  }

  @Test
  void namesAFileThatIsGone() throws Exception {
    InstanceFile gone = instance("1.2.1", UID.ExplicitVRLittleEndian);
    Files.delete(gone.file());
    List<InstanceFile> files = List.of(gone, instance("1.2.2", UID.ExplicitVRLittleEndian));
    try (StoreScp scp = new StoreScp()) {
      Queue<Outcome> outcomes = send(new InstanceSender(REQUESTOR, scp.address(), 1), files);
      assertThat(outcomes).extracting(Outcome::isSent).containsExactly(false, true);
      assertThat(outcomes.peek().detail()).contains("NoSuchFileException");
    }
  }

  private static Queue<Outcome> send(InstanceSender sender, Collection<InstanceFile> files)
      throws InterruptedException {
    Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    sender.send(files, outcomes::add);
    return outcomes;
  }

  private InstanceFile instance(String sopInstance, String transferSyntax) throws IOException {
    Attributes dataSet =
        new Attributes()
            .setString(Tag.SOPClassUID, VR.UI, UID.CTImageStorage)
            .setString(Tag.SOPInstanceUID, VR.UI, sopInstance)
            .setBytes(Tag.PixelData, VR.OW, new byte[200_000]);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Part10.header(UID.CTImageStorage, sopInstance, transferSyntax));
    DataSetWriter.write(dataSet, TransferSyntax.of(transferSyntax), bytes);
    Path file = Files.write(folder.resolve(sopInstance), bytes.toByteArray());
    InstanceFile read = InstanceFile.read(file);
    assertThat(read.sopInstance()).isEqualTo(sopInstance);
    assertThat(read.transferSyntax()).isEqualTo(transferSyntax);
    return read;
  }
}
