package org.dicomgateway.spoke.route.rule;

import java.net.InetAddress;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Folding;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.modality.Network;
import org.dicomgateway.spoke.spool.SpooledInstance;

/**
 * What is to be decided of: an instance and what is known around it. The header is read when a rule
 * asks for it, and what was asked once is remembered. For one thread.
 */
public final class Subject {
  private final SpooledInstance instance;
  private final Urgency asSent;
  private final Supplier<Attributes> reader;
  private final IntSupplier counter;
  private final ZoneId zone;
  private final Map<AttributePath, List<String>> values = new HashMap<>();
  private final Map<AttributePath, List<String>> folded = new HashMap<>();
  private final Map<AttributePath, List<Comparand>> comparands = new HashMap<>();
  private Attributes header;
  private Optional<InetAddress> address;
  private LocalDateTime time;
  private int count = -1;

  /**
   * @param asSent how urgent it is by what its sender says and the settings
   * @param reader reads its attributes, as far as they can be read
   * @param counter tells how many instances of its study have been received, this one included
   * @param zone of the clock on the wall
   */
  public Subject(
      SpooledInstance instance,
      Urgency asSent,
      Supplier<Attributes> reader,
      IntSupplier counter,
      ZoneId zone) {
    this.instance = instance;
    this.asSent = asSent;
    this.reader = reader;
    this.counter = counter;
    this.zone = zone;
  }

  SpooledInstance instance() {
    return instance;
  }

  Urgency asSent() {
    return asSent;
  }

  Attributes header() {
    if (header == null) {
      header = reader.get();
    }
    return header;
  }

  int instancesOfStudy() {
    if (count < 0) {
      count = counter.getAsInt();
    }
    return count;
  }

  /** When it was received, by the clock on the wall. */
  LocalDateTime time() {
    if (time == null) {
      time = LocalDateTime.ofInstant(instance.receivedAt(), zone);
    }
    return time;
  }

  /** All values of an attribute, of all items on its path, without padding and empty ones. */
  List<String> values(AttributePath path) {
    return values.computeIfAbsent(path, wanted -> wanted.valuesIn(header()));
  }

  /** Likewise those that have an order; of one attribute by one representation. */
  List<Comparand> comparands(AttributePath path, VR vr) {
    return comparands.computeIfAbsent(
        path,
        wanted ->
            values(wanted).stream().flatMap(value -> Comparand.of(vr, value).stream()).toList());
  }

  /** The sender's; empty if it is not known by a number. */
  Optional<InetAddress> address() {
    if (address == null) {
      address = Network.literal(instance.sender().address());
    }
    return address;
  }

  /** Likewise without diacritics and case. */
  List<String> folded(AttributePath path) {
    return folded.computeIfAbsent(
        path, wanted -> values(wanted).stream().map(Folding::fold).toList());
  }
}
