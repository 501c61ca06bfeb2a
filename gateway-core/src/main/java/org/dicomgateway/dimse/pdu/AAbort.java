package org.dicomgateway.dimse.pdu;

/**
 * The end of an association in bad order (PS3.8 §9.3.8).
 *
 * @param reason {@link Reason#NOT_SPECIFIED} of a service user
 */
public record AAbort(Source source, Reason reason) implements Pdu {
  static final int TYPE = 0x07;

  /** By the service user, for reasons of its own. */
  public static final AAbort BY_USER = new AAbort(Source.SERVICE_USER, Reason.NOT_SPECIFIED);

  /** Who aborted; the ordinal is the byte on the wire. */
  public enum Source {
    SERVICE_USER,
    RESERVED,
    SERVICE_PROVIDER
  }

  /** Why a provider aborted (PS3.8 table 9-26); the ordinal is the byte on the wire. */
  public enum Reason {
    NOT_SPECIFIED,
    UNRECOGNIZED_PDU,
    UNEXPECTED_PDU,
    RESERVED,
    UNRECOGNIZED_PDU_PARAMETER,
    UNEXPECTED_PDU_PARAMETER,
    INVALID_PDU_PARAMETER
  }

  public static AAbort byProvider(Reason reason) {
    return new AAbort(Source.SERVICE_PROVIDER, reason);
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void encodeBody(ItemWriter out) {
    out.u16(0).u8(source.ordinal()).u8(reason.ordinal());
  }

  /** Numbers that are not in the standard read as reserved or not specified: an abort is one. */
  static AAbort decode(ItemReader in) throws PduException {
    in.skip(2);
    int source = in.u8();
    int reason = in.u8();
    return new AAbort(
        source < Source.values().length ? Source.values()[source] : Source.RESERVED,
        reason < Reason.values().length ? Reason.values()[reason] : Reason.NOT_SPECIFIED);
  }
}
