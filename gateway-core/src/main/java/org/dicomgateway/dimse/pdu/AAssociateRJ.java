package org.dicomgateway.dimse.pdu;

import java.util.Arrays;

/**
 * Rejection of an association (PS3.8 §9.3.4). The numbers stay as they came, known or not.
 *
 * @param result 1: permanent, 2: transient
 * @param source 1: service user, 2: service provider (ACSE), 3: service provider (presentation)
 * @param reason its meaning depends on the source
 */
public record AAssociateRJ(int result, int source, int reason) implements AssociateReply {
  static final int TYPE = 0x03;

  /** The rejections of PS3.8 table 9-21. */
  public enum Reason {
    NO_REASON_GIVEN(1, 1, 1, "no reason given"),
    APPLICATION_CONTEXT_NOT_SUPPORTED(1, 1, 2, "application context name not supported"),
    CALLING_AE_TITLE_NOT_RECOGNIZED(1, 1, 3, "calling AE title not recognized"),
    CALLED_AE_TITLE_NOT_RECOGNIZED(1, 1, 7, "called AE title not recognized"),
    PROTOCOL_VERSION_NOT_SUPPORTED(1, 2, 2, "protocol version not supported"),
    TEMPORARY_CONGESTION(2, 3, 1, "temporary congestion"),
    LOCAL_LIMIT_EXCEEDED(2, 3, 2, "local limit exceeded");

    private final AAssociateRJ pdu;
    private final String meaning;

    Reason(int result, int source, int reason, String meaning) {
      this.pdu = new AAssociateRJ(result, source, reason);
      this.meaning = meaning;
    }

    public AAssociateRJ pdu() {
      return pdu;
    }
  }

  /** Whether the same request may be accepted later. */
  public boolean isTransient() {
    return result == 2;
  }

  /** What the numbers say, for people. */
  public String meaning() {
    String meaning =
        Arrays.stream(Reason.values())
            .filter(known -> known.pdu.source == source && known.pdu.reason == reason)
            .map(known -> known.meaning)
            .findFirst()
            .orElse("source %d, reason %d".formatted(source, reason));
    return meaning + (isTransient() ? " (transient)" : " (permanent)");
  }

  @Override
  public int type() {
    return TYPE;
  }

  @Override
  public void encodeBody(ItemWriter out) {
    out.u8(0).u8(result).u8(source).u8(reason);
  }

  static AAssociateRJ decode(ItemReader in) throws PduException {
    in.skip(1);
    return new AAssociateRJ(in.u8(), in.u8(), in.u8());
  }
}
