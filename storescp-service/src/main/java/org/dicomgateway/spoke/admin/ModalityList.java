package org.dicomgateway.spoke.admin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dicomgateway.spoke.modality.Heard;
import org.dicomgateway.spoke.modality.Modalities;
import org.dicomgateway.spoke.modality.Modality;
import org.dicomgateway.spoke.modality.ModalityTable;
import org.dicomgateway.spoke.modality.Network;
import org.dicomgateway.spoke.modality.UnknownModalities;

/**
 * Who sends, as {@code /api/modalities} and the page say it.
 *
 * @param unknown what becomes of those that are not known
 * @param modalities that are known, and then others that called, the last one first
 */
record ModalityList(Instant at, UnknownModalities unknown, List<Caller> modalities) {

  /**
   * @param address empty text: any
   * @param port null: it answers no C-ECHO
   */
  record Known(String name, String aeTitle, String address, Integer port, String description) {
    static Known of(Modality one) {
      String address = one.address().map(Network::toString).orElse("");
      return new Known(
          one.name(), one.aeTitle(), address, one.port().orElse(null), one.description());
    }
  }

  /**
   * @param modality null: nobody made it known
   * @param lastHeard null: it never called
   * @param instancesToday stored
   * @param lastModality (0008,0060) of the last instance; may be empty
   * @param refused associations rejected because it is not known
   */
  record Caller(
      Known modality,
      String aeTitle,
      String address,
      Instant lastHeard,
      long instancesToday,
      String lastModality,
      long refused) {}

  static ModalityList of(Modalities modalities, Instant now) {
    ModalityTable table = modalities.live();
    List<Heard> heard = modalities.heard();
    List<Caller> callers =
        new ArrayList<>(
            table.modalities().stream().map(one -> known(one, table, heard, now)).toList());
    heard.stream()
        .filter(one -> table.calling(one.aeTitle(), one.address()).isEmpty())
        .map(one -> stranger(one, now))
        .forEach(callers::add);
    return new ModalityList(now, table.unknown(), callers);
  }

  private static Caller known(
      Modality modality, ModalityTable table, List<Heard> heard, Instant now) {
    List<Heard> its =
        heard.stream()
            .filter(
                one ->
                    table
                        .calling(one.aeTitle(), one.address())
                        .filter(modality::equals)
                        .isPresent())
            .toList();
    Optional<Heard> last = its.stream().max(Comparator.comparing(Heard::last));
    return new Caller(
        Known.of(modality),
        modality.aeTitle(),
        last.map(Heard::address).orElseGet(() -> Known.of(modality).address()),
        last.map(Heard::last).orElse(null),
        its.stream().mapToLong(one -> one.today(now)).sum(),
        last.map(Heard::modality).orElse(""),
        0);
  }

  private static Caller stranger(Heard one, Instant now) {
    return new Caller(
        null,
        one.aeTitle(),
        one.address(),
        one.last(),
        one.today(now),
        one.modality(),
        one.refused());
  }
}
