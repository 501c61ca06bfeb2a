package org.dicomgateway.dimse.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dicomgateway.dimse.association.Requests.VERIFICATION;
import static org.dicomgateway.dimse.association.Requests.calling;
import static org.dicomgateway.dimse.association.Requests.context;

import java.util.List;
import java.util.Optional;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.association.AcceptancePolicy.CalledAeTitle;
import org.dicomgateway.dimse.pdu.AAssociateAC;
import org.dicomgateway.dimse.pdu.AAssociateRJ.Reason;
import org.dicomgateway.dimse.pdu.AAssociateRQ;
import org.dicomgateway.dimse.pdu.AssociateReply;
import org.dicomgateway.dimse.pdu.NegotiatedContext;
import org.dicomgateway.dimse.pdu.NegotiatedContext.Result;
import org.dicomgateway.dimse.pdu.UserInformation;
import org.dicomgateway.dimse.pdu.UserItem;
import org.junit.jupiter.api.Test;

class NegotiationTest {
  private static final String CT = UID.CTImageStorage;
  private static final String PATIENT_ROOT_FIND = "1.2.840.10008.5.1.4.1.2.1.1";
  private final AcceptancePolicy policy = AcceptancePolicy.storage("SPOKE");

  @Test
  void acceptsVerificationAndStorage() {
    AAssociateAC acceptance =
        accepted(calling("SPOKE", VERIFICATION, context(3, CT, UID.JPEGBaseline8Bit)));
    assertThat(acceptance.presentationContexts())
        .containsExactly(
            new NegotiatedContext(1, Result.ACCEPTANCE, UID.ImplicitVRLittleEndian),
            new NegotiatedContext(3, Result.ACCEPTANCE, UID.JPEGBaseline8Bit));
    assertThat(acceptance.userInformation().maximumLength())
        .isEqualTo(AcceptancePolicy.MAXIMUM_LENGTH);
  }

  @Test
  void answersContextsItDoesNotSupportOneByOne() {
    assertThat(
            accepted(
                    calling(
                        "SPOKE",
                        context(1, PATIENT_ROOT_FIND, UID.ImplicitVRLittleEndian),
                        context(3, CT),
                        context(5, CT, UID.ExplicitVRLittleEndian)))
                .presentationContexts())
        .extracting(NegotiatedContext::result)
        .containsExactly(
            Result.ABSTRACT_SYNTAX_NOT_SUPPORTED,
            Result.TRANSFER_SYNTAXES_NOT_SUPPORTED,
            Result.ACCEPTANCE);
  }

  @Test
  void refusesAnAssociationWithoutPresentationContexts() {
    assertThat(answer(calling("SPOKE"))).isEqualTo(Reason.NO_REASON_GIVEN.pdu());
  }

  @Test
  void refusesACallThatIsNotForUs() {
    assertThat(answer(calling("OTHER", VERIFICATION)))
        .isEqualTo(Reason.CALLED_AE_TITLE_NOT_RECOGNIZED.pdu());
    assertThat(
            Negotiation.answer(
                calling("OTHER", VERIFICATION), "::1", policy.withCalledAeTitle(CalledAeTitle.ANY)))
        .isInstanceOf(AAssociateAC.class);
  }

  @Test
  void refusesWhomThePolicyRefuses() {
    AcceptancePolicy closed =
        policy.withCallingAeTitle(
            (title, host) ->
                title.equals("MODALITY") && host.equals("10.0.0.9")
                    ? Optional.of(Reason.CALLING_AE_TITLE_NOT_RECOGNIZED)
                    : Optional.empty());
    AAssociateRQ request = calling("SPOKE", VERIFICATION);
    assertThat(Negotiation.answer(request, "10.0.0.9", closed))
        .isEqualTo(Reason.CALLING_AE_TITLE_NOT_RECOGNIZED.pdu());
    assertThat(Negotiation.answer(request, "10.0.0.8", closed)).isInstanceOf(AAssociateAC.class);
  }

  @Test
  void refusesOtherVersionsAndApplicationContexts() {
    UserInformation nothing = new UserInformation(List.of());
    assertThat(answer(new AAssociateRQ(2, "SPOKE", "M", "1.2", List.of(VERIFICATION), nothing)))
        .isEqualTo(Reason.PROTOCOL_VERSION_NOT_SUPPORTED.pdu());
    assertThat(answer(new AAssociateRQ(1, "SPOKE", "M", "1.2", List.of(VERIFICATION), nothing)))
        .isEqualTo(Reason.APPLICATION_CONTEXT_NOT_SUPPORTED.pdu());
  }

  @Test
  void leavesItemsUnansweredWhoseDefaultIsMeant() {
    AAssociateRQ request =
        AAssociateRQ.of(
            "SPOKE",
            "MODALITY",
            List.of(VERIFICATION),
            new UserInformation(
                List.of(
                    new UserItem.RoleSelection(CT, 1, 1),
                    new UserItem.ExtendedNegotiation(CT, new byte[6]),
                    new UserItem.CommonExtendedNegotiation(CT, "1.2", List.of()),
                    new UserItem.UserIdentity(1, 0, new byte[3], new byte[0]),
                    new UserItem.Unknown(0x5A, new byte[2]))));
    assertThat(accepted(request).userInformation().items())
        .hasOnlyElementsOfTypes(
            UserItem.MaximumLength.class,
            UserItem.ImplementationClassUid.class,
            UserItem.ImplementationVersionName.class);
  }

  @Test
  void allowsAsManyOperationsAtOnceAsAreAskedForAndItCanServe() {
    int most = AcceptancePolicy.OPERATIONS_WINDOW;
    assertThat(windowFor(new UserItem.AsynchronousOperationsWindow(3, 2))).isEqualTo(3);
    assertThat(windowFor(new UserItem.AsynchronousOperationsWindow(most + 1, 1))).isEqualTo(most);
    assertThat(windowFor(new UserItem.AsynchronousOperationsWindow(0, 0))).isEqualTo(most);
    assertThat(Negotiation.operationsWindow(asking(), accepted(asking()))).isEqualTo(1);
  }

  private int windowFor(UserItem.AsynchronousOperationsWindow wish) {
    AAssociateRQ request = asking(wish);
    AAssociateAC acceptance = accepted(request);
    assertThat(acceptance.userInformation().all(UserItem.AsynchronousOperationsWindow.class))
        .extracting(UserItem.AsynchronousOperationsWindow::performed)
        .containsExactly(1);
    return Negotiation.operationsWindow(request, acceptance);
  }

  private static AAssociateRQ asking(UserItem... items) {
    return AAssociateRQ.of(
        "SPOKE", "MODALITY", List.of(VERIFICATION), new UserInformation(List.of(items)));
  }

  private AssociateReply answer(AAssociateRQ request) {
    return Negotiation.answer(request, "127.0.0.1", policy);
  }

  private AAssociateAC accepted(AAssociateRQ request) {
    return (AAssociateAC) answer(request);
  }
}
