package org.dicomgateway.spoke.send;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dimse.pdu.ProposedContext;

/**
 * What an association with a node is asked for: each kind of instance that waits in a context of
 * its own, as it is; and each of their SOP classes uncompressed, which every node has to take
 * (PS3.5 §10.1), to fall back on.
 */
record NodeProposal(Set<Kind> kinds, List<ProposedContext> contexts) {
  /** Each takes two contexts at most. */
  static final int MOST_KINDS = ProposedContext.MOST_PER_ASSOCIATION / 2;

  /** In the order in which they had better be accepted. */
  static final List<String> UNCOMPRESSED =
      List.of(UID.ExplicitVRLittleEndian, UID.ImplicitVRLittleEndian);

  /**
   * @param kinds at most {@link #MOST_KINDS}
   */
  static NodeProposal of(List<Kind> kinds) {
    List<ProposedContext> contexts = new ArrayList<>();
    Set<String> sopClasses = new HashSet<>();
    for (Kind kind : kinds) {
      add(contexts, kind.sopClass(), List.of(kind.transferSyntax()));
    }
    for (Kind kind : kinds) {
      if (sopClasses.add(kind.sopClass())) {
        add(contexts, kind.sopClass(), UNCOMPRESSED);
      }
    }
    return new NodeProposal(Set.copyOf(kinds), contexts);
  }

  private static void add(
      List<ProposedContext> contexts, String sopClass, List<String> transferSyntaxes) {
    contexts.add(new ProposedContext(2 * contexts.size() + 1, sopClass, transferSyntaxes));
  }
}
