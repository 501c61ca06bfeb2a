package org.dicomgateway.dimse.pdu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the users of the upper layer tell each other (PS3.8 §9.3.2.3, PS3.7 Annex D).
 *
 * @param items in the order they came
 */
public record UserInformation(List<UserItem> items) {
  static final int TYPE = 0x50;
  static final UserInformation EMPTY = new UserInformation(List.of());

  /** These and one more. */
  public UserInformation with(UserItem item) {
    return new UserInformation(Stream.concat(items.stream(), Stream.of(item)).toList());
  }

  /** The first item of a kind. */
  public <T extends UserItem> Optional<T> item(Class<T> kind) {
    return all(kind).stream().findFirst();
  }

  public <T extends UserItem> List<T> all(Class<T> kind) {
    return items.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Bytes that a P-DATA-TF to this peer may have after its header; 0 for no limit. */
  public long maximumLength() {
    return item(UserItem.MaximumLength.class).map(UserItem.MaximumLength::bytes).orElse(0L);
  }

  void encode(ItemWriter out) {
    out.item(TYPE, body -> items.forEach(item -> body.item(item.type(), item::encode)));
  }

  static UserInformation decode(ItemReader in) throws PduException {
    List<UserItem> items = new ArrayList<>();
    while (in.hasRemaining()) {
      int type = in.itemType();
      items.add(UserItem.decode(type, in.item(type)));
    }
    return new UserInformation(List.copyOf(items));
  }
}
