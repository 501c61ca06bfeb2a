package org.dicomgateway.dimse.pdu;

import java.util.ArrayList;
import java.util.List;

/**
 * A presentation context as a requestor proposes it (PS3.8 §9.3.2.2).
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax SOP Class UID
 * @param transferSyntaxes those the requestor can send, in the order listed
 */
public record ProposedContext(int id, String abstractSyntax, List<String> transferSyntaxes) {
  static final int TYPE = 0x20;
  static final int ABSTRACT_SYNTAX = 0x30;
  static final int TRANSFER_SYNTAX = 0x40;

  /** As many contexts as an association can have: the odd numbers of one byte. */
  public static final int MOST_PER_ASSOCIATION = 128;

  void encode(ItemWriter out) {
    out.item(
        TYPE,
        item -> {
          item.u8(id).zeros(3).item(ABSTRACT_SYNTAX, uid -> uid.ascii(abstractSyntax));
          for (String syntax : transferSyntaxes) {
            item.item(TRANSFER_SYNTAX, uid -> uid.ascii(syntax));
          }
        });
  }

  static ProposedContext decode(ItemReader in) throws PduException {
    int id = in.u8();
    in.skip(3);
    String abstractSyntax = "";
    List<String> transferSyntaxes = new ArrayList<>();
    while (in.hasRemaining()) {
      int type = in.itemType();
      ItemReader item = in.item(type);
      switch (type) {
        case ABSTRACT_SYNTAX -> abstractSyntax = item.uid();
        case TRANSFER_SYNTAX -> transferSyntaxes.add(item.uid());
        default -> {} // PS3.8 §9.3.1: items not known are ignored
      }
    }
    return new ProposedContext(id, abstractSyntax, List.copyOf(transferSyntaxes));
  }
}
