package org.dicomgateway.dimse.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.association.PresentationContext;
import org.dicomgateway.dimse.association.Timeouts;
import org.dicomgateway.dimse.pdu.MessageWriter;
import org.dicomgateway.dimse.pdu.PresentationDataValue.Content;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.service.ServiceClassUser.Answer;
import org.dicomgateway.dimse.service.ServiceClassUser.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ServiceClassProviderTest {
  private static final PresentationContext CT =
      new PresentationContext(3, UID.CTImageStorage, UID.ExplicitVRLittleEndian);
  private static final byte[] DATA_SET = new byte[1_000_003];

  static {
    new Random(1).nextBytes(DATA_SET);
  }

  @Test
  void answersEchoes() throws Exception {
    try (StoreScp scp = new StoreScp();
        Association association = open(scp)) {
      ServiceClassUser user = new ServiceClassUser(association);
      assertThat(user.echo()).isEqualTo(new Response(Status.SUCCESS, ""));
      assertThat(user.echo()).isEqualTo(new Response(Status.SUCCESS, ""));
      association.release();
    }
  }

  @Test
  void handsOverDataSetsByteForByte() throws Exception {
    try (StoreScp scp = new StoreScp();
        Association association = open(scp)) {
      assertThat(store(association, "1.2.3")).isEqualTo(new Response(Status.SUCCESS, ""));
      assertThat(scp.dataSets.get("1.2.3")).isEqualTo(DATA_SET);
      CStoreRequest request = scp.requests.remove();
      assertThat(request.presentationContext()).isEqualTo(CT);
      assertThat(request.callingAeTitle()).isEqualTo("MODALITY");
      assertThat(request.calledAeTitle()).isEqualTo("SPOKE");
      assertThat(request.remoteHost()).isEqualTo("127.0.0.1");
      assertThat(request.moveOriginator()).isEmpty();
      association.release();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, MEDIUM", "1, HIGH", "2, LOW", "3, MEDIUM", "65535, MEDIUM"})
  void handsOverThePriorityThatTheSenderCommands(int value, Priority priority) throws Exception {
    try (StoreScp scp = new StoreScp();
        Association association = open(scp)) {
      CommandSet store =
          CommandSet.of(CommandField.C_STORE_RQ.code())
              .withDataSet()
              .with(Tag.MessageID, 1)
              .with(Tag.Priority, value)
              .with(Tag.AffectedSOPClassUID, UID.CTImageStorage)
              .with(Tag.AffectedSOPInstanceUID, "1.2.3");
      exchange(association, store, DATA_SET);
      assertThat(scp.requests.remove().priority()).isEqualTo(priority);
      association.release();
    }
  }

  @Test
  void offersEveryWayOfReadingTheSameBytes() throws Exception {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    CStoreHandler mixed =
        (_, dataSet) -> {
          read.write(dataSet.read());
          byte[] some = new byte[100_000];
          read.write(some, 0, dataSet.read(some, 0, some.length));
          var fragment = dataSet.nextFragment();
          read.write(
              fragment.array(), fragment.arrayOffset() + fragment.position(), fragment.remaining());
          dataSet.transferTo(read);
          assertThat(dataSet.read()).isEqualTo(-1);
          assertThat(dataSet.nextFragment().hasRemaining()).isFalse();
          assertThat(dataSet.position()).isEqualTo(DATA_SET.length);
          return Completion.DONE;
        };
    try (StoreScp scp = new StoreScp(mixed);
        Association association = open(scp)) {
      assertThat(store(association, "1.2.3").status()).isEqualTo(Status.SUCCESS);
      assertThat(read.toByteArray()).isEqualTo(DATA_SET);
    }
  }

  @Test
  void answersAFailureDropsTheRestAndGoesOn() throws Exception {
    CStoreHandler failing =
        (request, dataSet) -> {
          dataSet.read();
          if (request.affectedSopInstanceUid().equals("1.1")) {
            throw new DicomServiceException(Status.OUT_OF_RESOURCES, "ổ đĩa is full");
          }
          return Completion.DONE;
        };
    try (StoreScp scp = new StoreScp(failing);
        Association association = open(scp)) {
      assertThat(store(association, "1.1"))
          .isEqualTo(new Response(Status.OUT_OF_RESOURCES, "? ??a is full"));
      assertThat(store(association, "1.2").status()).isEqualTo(Status.SUCCESS);
      association.release();
    }
  }

  @Test
  void answersFaultsOfTheHandlerAsProcessingFailures() throws Exception {
    CStoreHandler broken =
        (request, _) -> {
          if (request.affectedSopInstanceUid().equals("1.1")) {
            throw new IOException("x".repeat(200));
          }
          throw new IllegalStateException("a fault");
        };
    try (StoreScp scp = new StoreScp(broken);
        Association association = open(scp)) {
      Response first = store(association, "1.1");
      assertThat(first.status()).isEqualTo(Status.PROCESSING_FAILURE);
      assertThat(first.comment()).hasSize(64);
      assertThat(store(association, "1.2").comment()).isEqualTo("cannot store: a fault");
    }
  }

  @Test
  void receivesTheNextInstanceWhileOneIsCompleted() throws Exception {
    CountDownLatch secondIsStored = new CountDownLatch(1);
    CStoreHandler waitingForTheSecond =
        (request, dataSet) -> {
          dataSet.transferTo(OutputStream.nullOutputStream());
          if (request.affectedSopInstanceUid().equals("1.2")) {
            return secondIsStored::countDown;
          }
          return () -> {
            try {
              secondIsStored.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            throw new DicomServiceException(Status.OUT_OF_RESOURCES, "full");
          };
        };
    try (StoreScp scp = new StoreScp(waitingForTheSecond);
        Association association = open(scp)) {
      ServiceClassUser user = new ServiceClassUser(association);
      int first = user.requestStore("1.1", CT, new ByteArrayInputStream(DATA_SET));
      int second = user.requestStore("1.2", CT, new ByteArrayInputStream(DATA_SET));

      assertThat(List.of(user.nextAnswer(), user.nextAnswer()))
          .containsExactlyInAnyOrder(
              new Answer(second, new Response(Status.SUCCESS, "")),
              new Answer(first, new Response(Status.OUT_OF_RESOURCES, "full")));
      association.release();
    }
  }

  @Test
  void completesOneInstanceBeforeTheNextForASenderThatAsksForNoMore() throws Exception {
    AtomicInteger underWay = new AtomicInteger();
    CStoreHandler counting =
        (_, dataSet) -> {
          assertThat(underWay.incrementAndGet()).isEqualTo(1);
          dataSet.transferTo(OutputStream.nullOutputStream());
          return underWay::decrementAndGet;
        };
    try (StoreScp scp = new StoreScp(counting);
        Association association = open(scp, new AssociationRequestor("CT", Timeouts.DEFAULT, 1))) {
      assertThat(association.operationsWindow()).isEqualTo(1);
      for (int i = 1; i <= 3; i++) {
        assertThat(store(association, "1." + i).status()).isEqualTo(Status.SUCCESS);
      }
    }
  }

  @Test
  void answersWhatItDoesNotKnow() throws Exception {
    try (StoreScp scp = new StoreScp();
        Association association = open(scp)) {
      CommandSet find =
          CommandSet.of(CommandField.C_FIND_RQ.code())
              .withDataSet()
              .with(Tag.MessageID, 7)
              .with(Tag.AffectedSOPClassUID, UID.CTImageStorage);
      CommandSet answer = exchange(association, find, new byte[10]);
      assertThat(answer.commandField()).isEqualTo(CommandField.C_FIND_RSP.code());
      assertThat(answer.integer(Tag.MessageIDBeingRespondedTo)).hasValue(7);
      assertThat(answer.integer(Tag.Status)).hasValue(0x0211);
      assertThat(new ServiceClassUser(association).echo().status()).isEqualTo(Status.SUCCESS);
    }
  }

  @Test
  void answersAStoreWithoutIdentifiers() throws Exception {
    try (StoreScp scp = new StoreScp();
        Association association = open(scp)) {
      CommandSet store =
          CommandSet.of(CommandField.C_STORE_RQ.code()).withDataSet().with(Tag.MessageID, 7);
      CommandSet answer = exchange(association, store, new byte[10]);
      assertThat(answer.integer(Tag.Status)).hasValue(Status.MISSING_ATTRIBUTE.code());
      assertThat(scp.requests).isEmpty();
    }
  }

  @Test
  void doesNotAnswerACancel() throws Exception {
    try (StoreScp scp = new StoreScp();
        Association association = open(scp)) {
      CommandSet cancel =
          CommandSet.of(CommandField.C_CANCEL_RQ.code()).with(Tag.MessageIDBeingRespondedTo, 1);
      write(association, cancel, Content.COMMAND);
      association.writer().flush();
      assertThat(new ServiceClassUser(association).echo().status()).isEqualTo(Status.SUCCESS);
    }
  }

  @Test
  void abortsACommandWhereADataSetHasToCome() throws Exception {
    try (StoreScp scp = new StoreScp();
        Association association = open(scp)) {
      CommandSet store =
          CommandSet.of(CommandField.C_STORE_RQ.code())
              .withDataSet()
              .with(Tag.MessageID, 7)
              .with(Tag.AffectedSOPClassUID, UID.CTImageStorage)
              .with(Tag.AffectedSOPInstanceUID, "1.2.3");
      write(association, store, Content.COMMAND);
      write(association, store, Content.COMMAND);
      association.writer().flush();
      assertThatThrownBy(association::receive).hasMessageContaining("aborted by the peer");
      assertThat(scp.dataSets).isEmpty();
    }
  }

  private static Association open(StoreScp scp) throws IOException {
    return open(scp, new AssociationRequestor("MODALITY", Timeouts.DEFAULT));
  }

  private static Association open(StoreScp scp, AssociationRequestor requestor) throws IOException {
    return requestor.open(
        scp.address(),
        List.of(
            new ProposedContext(1, UID.Verification, List.of(UID.ImplicitVRLittleEndian)),
            new ProposedContext(3, CT.abstractSyntax(), List.of(CT.transferSyntax()))));
  }

  private static Response store(Association association, String sopInstance) throws IOException {
    return new ServiceClassUser(association)
        .store(sopInstance, CT, new ByteArrayInputStream(DATA_SET));
  }

  private static CommandSet exchange(Association association, CommandSet command, byte[] dataSet)
      throws IOException {
    write(association, command, Content.COMMAND);
    MessageWriter writer = association.writer();
    writer.begin(3, Content.DATA_SET);
    writer.write(dataSet, 0, dataSet.length);
    writer.end();
    writer.flush();
    return new MessageReader(association).nextCommand().orElseThrow().set();
  }

  private static void write(Association association, CommandSet command, Content content)
      throws IOException {
    byte[] bytes = command.encode();
    MessageWriter writer = association.writer();
    writer.begin(3, content);
    writer.write(bytes, 0, bytes.length);
    writer.end();
  }
}
