package org.dicomgateway.dimse.pdu;

/**
 * The acceptor's answer to a presentation context (PS3.8 §9.3.3.2).
 *
 * @param id of the context proposed
 * @param transferSyntax without meaning unless accepted
 */
public record NegotiatedContext(int id, Result result, String transferSyntax) {
  static final int TYPE = 0x21;

  /** The ordinal is the byte on the wire. */
  public enum Result {
    ACCEPTANCE,
    USER_REJECTION,
    NO_REASON,
    ABSTRACT_SYNTAX_NOT_SUPPORTED,
    TRANSFER_SYNTAXES_NOT_SUPPORTED
  }

  void encode(ItemWriter out) {
    out.item(
        TYPE,
        item -> {
          item.u8(id).u8(0).u8(result.ordinal()).u8(0);
          item.item(ProposedContext.TRANSFER_SYNTAX, uid -> uid.ascii(transferSyntax));
        });
  }

  static NegotiatedContext decode(ItemReader in) throws PduException {
    int id = in.u8();
    in.skip(1);
    int result = in.u8();
    in.skip(1);
    String transferSyntax = "";
    while (in.hasRemaining()) {
      int type = in.itemType();
      ItemReader item = in.item(type);
      if (type == ProposedContext.TRANSFER_SYNTAX) {
        transferSyntax = item.uid();
      }
    }
    Result[] results = Result.values();
    return new NegotiatedContext(
        id, result < results.length ? results[result] : Result.NO_REASON, transferSyntax);
  }
}
