package org.dicomgateway.spoke.route.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dicomgateway.dicom.data.Folding;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.UidDictionary;
import org.dicomgateway.settings.Hours;
import org.dicomgateway.spoke.destination.Urgency;
import org.dicomgateway.spoke.modality.Network;
import org.dicomgateway.spoke.route.rule.Condition.All;
import org.dicomgateway.spoke.versions.NodeReader;
import org.dicomgateway.spoke.versions.NodeReader.Entry;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what stands under {@code when}. For one thread. */
final class ConditionReader {
  private static final Set<String> TESTS =
      new TreeSet<>(Set.of("tag", "equals", "one-of", "matches", "range", "contains", "present"));
  private static final Set<String> WORDS = words();

  private final NodeReader nodes;

  ConditionReader(NodeReader nodes) {
    this.nodes = nodes;
  }

  private static Set<String> words() {
    Set<String> words =
        new TreeSet<>(
            Set.of("all", "any", "not", "address", "attribute", "instances", "size", "time"));
    Arrays.stream(Property.values()).map(Property::word).forEach(words::add);
    return words;
  }

  /** All lines have to hold. */
  Condition read(Node node) {
    List<Condition> conditions = new ArrayList<>();
    for (Entry entry : nodes.entries(node, "a condition")) {
      conditions.addAll(read(entry));
    }
    return conditions.size() == 1 ? conditions.getFirst() : new All(conditions);
  }

  /** Nothing if it is wrong. */
  private List<Condition> read(Entry entry) {
    Node value = entry.value();
    return switch (entry.word()) {
      case "all" -> List.of(new All(readEach(value)));
      case "any" -> List.of(new Condition.Any(readEach(value)));
      case "not" -> List.of(new Condition.Not(read(value)));
      case "address" -> List.of(new Condition.SentFrom(nodes.parsedTexts(value, Network::parse)));
      case "attribute" ->
          nodes.items(value).stream().flatMap(item -> attribute(item).stream()).toList();
      case "instances" -> List.of(new Condition.Instances(span(value)));
      case "size" -> List.of(new Condition.Size(span(value)));
      case "time" -> times(value);
      default -> property(entry);
    };
  }

  private List<Condition> readEach(Node node) {
    return nodes.items(node).stream().map(this::read).toList();
  }

  private List<Condition> times(Node node) {
    List<Condition> hours =
        nodes.parsedTexts(node, Hours::parse).stream()
            .map(one -> (Condition) new Condition.During(one))
            .toList();
    return hours.size() == 1 ? hours : List.of(new Condition.Any(hours));
  }

  private List<Condition> property(Entry entry) {
    Optional<Property> property = Property.of(entry.word());
    if (property.isEmpty()) {
      nodes.unknown(entry, WORDS);
      return List.of();
    }
    List<String> values = nodes.parsedTexts(entry.value(), text -> value(property.get(), text));
    return List.of(new Condition.Is(property.get(), new HashSet<>(values)));
  }

  private static String value(Property property, String text) {
    return switch (property) {
      case MODALITY -> text.toUpperCase(Locale.ROOT);
      case SOP_CLASS, TRANSFER_SYNTAX -> uid(text);
      case URGENCY -> {
        if (Arrays.stream(Urgency.values()).noneMatch(u -> word(u).equals(text))) {
          throw new IllegalArgumentException(
              "'%s' is not one of stat, normal, background".formatted(text));
        }
        yield text;
      }
      case CALLING_AET, CALLED_AET -> text;
    };
  }

  private static String word(Urgency urgency) {
    return urgency.name().toLowerCase(Locale.ROOT);
  }

  private static String uid(String text) {
    if (text.matches("[0-2](\\.\\d+)+") && text.length() <= 64) {
      return text;
    }
    return UidDictionary.uidOf(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no UID; write its numbers or its keyword, such as CTImageStorage"
                        .formatted(text)));
  }

  private Span span(Node node) {
    long from = 0;
    long to = Long.MAX_VALUE;
    for (Entry entry : nodes.entries(node, "a span")) {
      switch (entry.word()) {
        case "from" -> from = nodes.parsed(entry.value(), ConditionReader::amount).orElse(from);
        case "to" -> to = nodes.parsed(entry.value(), ConditionReader::amount).orElse(to);
        default -> nodes.unknown(entry, List.of("from", "to"));
      }
    }
    if (from > to) {
      nodes.problems().add(node, "nothing is from %d to %d; swap them".formatted(from, to));
    }
    return new Span(from, to);
  }

  /** {@code 20}, {@code 500k}, {@code 1.5G} is not: whole numbers, powers of 1,000. */
  private static long amount(String text) {
    int shift = "kMG".indexOf(text.charAt(text.length() - 1)) + 1;
    String digits = shift == 0 ? text : text.substring(0, text.length() - 1);
    if (!digits.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(
          "'%s' is no amount; write 20, or 500k, 100M, 2G".formatted(text));
    }
    return Long.parseLong(digits) * Math.powExact(1000L, shift);
  }

  private Optional<Condition> attribute(Node node) {
    Optional<AttributePath> path = Optional.empty();
    List<Entry> tests = new ArrayList<>();
    for (Entry entry : nodes.entries(node, "an attribute's condition")) {
      if (entry.word().equals("tag")) {
        path = nodes.parsed(entry.value(), AttributePath::parse);
        if (path.isEmpty()) {
          return Optional.empty();
        }
      } else if (TESTS.contains(entry.word())) {
        tests.add(entry);
      } else {
        nodes.unknown(entry, TESTS);
      }
    }
    if (path.isEmpty() || tests.isEmpty()) {
      nodes
          .problems()
          .add(node, "write which attribute and what: { tag: PatientID, one-of: [A, B] }");
      return Optional.empty();
    }
    AttributePath found = path.get();
    List<Condition> conditions = new ArrayList<>();
    for (Entry test : tests) {
      test(found, test).ifPresent(one -> conditions.add(new Condition.Attribute(found, one)));
    }
    return Optional.of(conditions.size() == 1 ? conditions.getFirst() : new All(conditions));
  }

  private Optional<ValueTest> test(AttributePath path, Entry entry) {
    Node value = entry.value();
    return switch (entry.word()) {
      case "equals" -> nodes.text(value).map(text -> new ValueTest.OneOf(Set.of(text)));
      case "one-of" -> Optional.of(new ValueTest.OneOf(new HashSet<>(nodes.texts(value))));
      case "matches" -> nodes.parsed(value, ConditionReader::pattern).map(ValueTest.Matches::new);
      case "contains" ->
          nodes.text(value).map(text -> new ValueTest.Contains(text, Folding.fold(text)));
      case "present" -> nodes.yesOrNo(value).map(ValueTest.Present::new);
      default -> range(path, value);
    };
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "'%s' is no regular expression: %s".formatted(text, e.getDescription()));
    }
  }

  private Optional<ValueTest> range(AttributePath path, Node node) {
    VR vr = path.vr().orElse(VR.DS);
    if (!Comparand.isOrdered(vr)) {
      nodes
          .problems()
          .add(node, "%s has no order (%s); use equals, one-of or matches".formatted(path, vr));
      return Optional.empty();
    }
    Optional<Comparand> from = Optional.empty();
    Optional<Comparand> to = Optional.empty();
    List<Entry> ends = nodes.entries(node, "a range");
    for (Entry entry : ends) {
      switch (entry.word()) {
        case "from" -> from = nodes.parsed(entry.value(), text -> comparand(path, vr, text));
        case "to" -> to = nodes.parsed(entry.value(), text -> comparand(path, vr, text));
        default -> nodes.unknown(entry, List.of("from", "to"));
      }
    }
    if (ends.isEmpty()) {
      nodes.problems().add(node, "write { from: …, to: … }, or one of both");
    }
    return Optional.of(new ValueTest.Between(vr, from, to));
  }

  private static Comparand comparand(AttributePath path, VR vr, String text) {
    return Comparand.of(vr, text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'%s' is no value of %s, which is %s".formatted(text, path, form(vr))));
  }

  private static String form(VR vr) {
    return switch (vr) {
      case DA -> "a date such as 2026-01-31";
      case TM -> "a time such as 07:30";
      case DT -> "a date and time such as 20260131073000";
      case AS -> "an age such as 012Y, 006M";
      default -> "a number";
    };
  }
}
