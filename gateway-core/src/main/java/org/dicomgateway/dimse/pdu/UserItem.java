package org.dicomgateway.dimse.pdu;

import java.util.List;

/** A sub-item of the user information (PS3.7 §D.3.3, PS3.8 §D.1). */
public sealed interface UserItem {

  /** The item-type, its first byte. */
  int type();

  /** Writes what follows type and length. */
  void encode(ItemWriter out);

  static UserItem decode(int type, ItemReader in) throws PduException {
    return switch (type) {
      case MaximumLength.TYPE -> new MaximumLength(in.u32());
      case ImplementationClassUid.TYPE -> new ImplementationClassUid(in.uid());
      case AsynchronousOperationsWindow.TYPE ->
          new AsynchronousOperationsWindow(in.u16(), in.u16());
      case RoleSelection.TYPE -> RoleSelection.decode(in);
      case ImplementationVersionName.TYPE -> new ImplementationVersionName(in.text());
      case ExtendedNegotiation.TYPE -> ExtendedNegotiation.decode(in);
      case CommonExtendedNegotiation.TYPE -> CommonExtendedNegotiation.decode(in);
      case UserIdentity.TYPE -> UserIdentity.decode(in);
      default -> new Unknown(type, in.rest());
    };
  }

  /** Longest P-DATA-TF its sender wants to receive, in bytes after the header; 0: any. */
  record MaximumLength(long bytes) implements UserItem {
    static final int TYPE = 0x51;

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public void encode(ItemWriter out) {
      out.u32(bytes);
    }
  }

  record ImplementationClassUid(String uid) implements UserItem {
    static final int TYPE = 0x52;

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public void encode(ItemWriter out) {
      out.ascii(uid);
    }
  }

  /**
   * Operations that may be under way at once (PS3.7 §D.3.3.3); without the item: 1.
   *
   * @param invoked by the requestor of the association
   * @param performed by the requestor of the association
   */
  record AsynchronousOperationsWindow(int invoked, int performed) implements UserItem {
    public static final int ANY_NUMBER = 0;
    static final int TYPE = 0x53;

    /** As a number to compare with. */
    public int mostInvoked() {
      return invoked == ANY_NUMBER ? Integer.MAX_VALUE : invoked;
    }

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public void encode(ItemWriter out) {
      out.u16(invoked).u16(performed);
    }
  }

  /** Which roles the requestor takes in a SOP class, 1 or 0 each. */
  record RoleSelection(String sopClass, int scu, int scp) implements UserItem {
    static final int TYPE = 0x54;

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public void encode(ItemWriter out) {
      out.lengthAndAscii(sopClass).u8(scu).u8(scp);
    }

    static RoleSelection decode(ItemReader in) throws PduException {
      return new RoleSelection(in.uid(in.u16()), in.u8(), in.u8());
    }
  }

  record ImplementationVersionName(String name) implements UserItem {
    static final int TYPE = 0x55;

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public void encode(ItemWriter out) {
      out.ascii(name);
    }
  }

  record ExtendedNegotiation(String sopClass, byte[] information) implements UserItem {
    static final int TYPE = 0x56;

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public void encode(ItemWriter out) {
      out.lengthAndAscii(sopClass).bytes(information);
    }

    static ExtendedNegotiation decode(ItemReader in) throws PduException {
      return new ExtendedNegotiation(in.uid(in.u16()), in.rest());
    }
  }

  /** Which service a private or new SOP class belongs to. */
  record CommonExtendedNegotiation(
      String sopClass, String serviceClass, List<String> relatedGeneralSopClasses)
      implements UserItem {
    static final int TYPE = 0x57;

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public void encode(ItemWriter out) {
      out.lengthAndAscii(sopClass).lengthAndAscii(serviceClass);
      ItemWriter related = new ItemWriter();
      relatedGeneralSopClasses.forEach(related::lengthAndAscii);
      out.u16(related.size()).bytes(related.toByteArray());
    }

    static CommonExtendedNegotiation decode(ItemReader in) throws PduException {
      String sopClass = in.uid(in.u16());
      String serviceClass = in.uid(in.u16());
      ItemReader related = in.slice(in.u16());
      List<String> uids = new java.util.ArrayList<>();
      while (related.hasRemaining()) {
        uids.add(related.uid(related.u16()));
      }
      return new CommonExtendedNegotiation(sopClass, serviceClass, List.copyOf(uids));
    }
  }

  /**
   * Who the requestor is.
   *
   * @param kind 1: user name, 2: user name and passcode, 3: Kerberos ticket, 4: SAML, 5: JWT
   * @param responseRequested 1 if the acceptor shall answer
   */
  record UserIdentity(int kind, int responseRequested, byte[] primary, byte[] secondary)
      implements UserItem {
    static final int TYPE = 0x58;

    @Override
    public int type() {
      return TYPE;
    }

    @Override
    public void encode(ItemWriter out) {
      out.u8(kind).u8(responseRequested);
      out.u16(primary.length).bytes(primary).u16(secondary.length).bytes(secondary);
    }

    static UserIdentity decode(ItemReader in) throws PduException {
      return new UserIdentity(in.u8(), in.u8(), in.array(in.u16()), in.array(in.u16()));
    }

    /** Without the fields, which are secrets. */
    @Override
    public String toString() {
      return "UserIdentity[kind=" + kind + "]";
    }
  }

  /** An item this release does not know, which is no reason to refuse (PS3.8 §9.3.1). */
  record Unknown(int type, byte[] body) implements UserItem {
    @Override
    public void encode(ItemWriter out) {
      out.bytes(body);
    }
  }
}
