package org.dicomgateway.dimse.association;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.pdu.AAssociateAC;
import org.dicomgateway.dimse.pdu.AAssociateRJ;
import org.dicomgateway.dimse.pdu.AAssociateRJ.Reason;
import org.dicomgateway.dimse.pdu.AAssociateRQ;
import org.dicomgateway.dimse.pdu.AssociateReply;
import org.dicomgateway.dimse.pdu.NegotiatedContext;
import org.dicomgateway.dimse.pdu.NegotiatedContext.Result;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.dicomgateway.dimse.pdu.UserInformation;
import org.dicomgateway.dimse.pdu.UserItem.AsynchronousOperationsWindow;

/** Decides on a request for an association (PS3.8 §7.1, PS3.7 Annex D); does nothing else. */
public final class Negotiation {
  private Negotiation() {}

  /** The answer to a request from a host under a policy. */
  public static AssociateReply answer(
      AAssociateRQ request, String remoteHost, AcceptancePolicy policy) {
    return refusal(request, remoteHost, policy)
        .<AssociateReply>map(Reason::pdu)
        .orElseGet(() -> acceptance(request, policy));
  }

  private static Optional<AAssociateRJ.Reason> refusal(
      AAssociateRQ request, String remoteHost, AcceptancePolicy policy) {
    if ((request.protocolVersion() & AAssociateRQ.VERSION_1) == 0) {
      return Optional.of(Reason.PROTOCOL_VERSION_NOT_SUPPORTED);
    }
    if (!request.applicationContext().equals(AAssociateRQ.DICOM_APPLICATION_CONTEXT)) {
      return Optional.of(Reason.APPLICATION_CONTEXT_NOT_SUPPORTED);
    }
    if (!policy.calledAeTitle().isOurs(request.calledAeTitle())) {
      return Optional.of(Reason.CALLED_AE_TITLE_NOT_RECOGNIZED);
    }
    if (request.presentationContexts().isEmpty()) {
      return Optional.of(Reason.NO_REASON_GIVEN);
    }
    return policy.callingAeTitle().refuse(request.callingAeTitle(), remoteHost);
  }

  /**
   * No item about roles or extended negotiation is answered, which means the default of each: the
   * requestor is SCU, level 2 (full) storage.
   */
  private static AAssociateAC acceptance(AAssociateRQ request, AcceptancePolicy policy) {
    List<NegotiatedContext> contexts =
        request.presentationContexts().stream().map(context -> answer(context, policy)).toList();
    UserInformation ours = Implementation.userInformation(policy.maximumLength());
    return AAssociateAC.to(
        request,
        contexts,
        request
            .userInformation()
            .item(AsynchronousOperationsWindow.class)
            .map(wish -> ours.with(answer(wish, policy.operationsWindow())))
            .orElse(ours));
  }

  /** No more than was asked for, and we never invoke any ourselves (PS3.7 §D.3.3.3). */
  private static AsynchronousOperationsWindow answer(
      AsynchronousOperationsWindow wish, int operationsWindow) {
    int invoked =
        wish.invoked() == AsynchronousOperationsWindow.ANY_NUMBER
            ? operationsWindow
            : Math.min(wish.invoked(), operationsWindow);
    return new AsynchronousOperationsWindow(invoked, 1);
  }

  /** Operations that the requestor may have under way at once. */
  static int operationsWindow(AAssociateRQ request, AAssociateAC acceptance) {
    Optional<AsynchronousOperationsWindow> wish =
        request.userInformation().item(AsynchronousOperationsWindow.class);
    Optional<AsynchronousOperationsWindow> answer =
        acceptance.userInformation().item(AsynchronousOperationsWindow.class);
    if (wish.isEmpty() || answer.isEmpty()) {
      return 1;
    }
    return Math.min(wish.get().mostInvoked(), answer.get().mostInvoked());
  }

  private static NegotiatedContext answer(ProposedContext proposed, AcceptancePolicy policy) {
    if (proposed.transferSyntaxes().isEmpty()) {
      return refused(proposed, Result.TRANSFER_SYNTAXES_NOT_SUPPORTED);
    }
    return policy
        .sopClasses()
        .choose(proposed)
        .map(syntax -> new NegotiatedContext(proposed.id(), Result.ACCEPTANCE, syntax))
        .orElseGet(() -> refused(proposed, Result.ABSTRACT_SYNTAX_NOT_SUPPORTED));
  }

  /** The transfer syntax of a refused context has no meaning but must be one (PS3.8 §9.3.3.2). */
  private static NegotiatedContext refused(ProposedContext proposed, Result result) {
    return new NegotiatedContext(proposed.id(), result, UID.ImplicitVRLittleEndian);
  }

  /** The contexts both sides agreed on, by their numbers. */
  static Map<Integer, PresentationContext> accepted(AAssociateRQ request, AAssociateAC acceptance) {
    Map<Integer, String> abstractSyntaxes = new HashMap<>();
    for (ProposedContext proposed : request.presentationContexts()) {
      abstractSyntaxes.put(proposed.id(), proposed.abstractSyntax());
    }
    List<PresentationContext> contexts = new ArrayList<>();
    for (NegotiatedContext context : acceptance.presentationContexts()) {
      String abstractSyntax = abstractSyntaxes.get(context.id());
      if (context.result() == Result.ACCEPTANCE && abstractSyntax != null) {
        contexts.add(
            new PresentationContext(context.id(), abstractSyntax, context.transferSyntax()));
      }
    }
    Map<Integer, PresentationContext> byId = new java.util.TreeMap<>();
    contexts.forEach(context -> byId.put(context.id(), context));
    return byId;
  }
}
