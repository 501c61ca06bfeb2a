package org.dicomgateway.spoke.route.rule;

import com.google.re2j.Pattern;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dicomgateway.dicom.data.VR;

/**
 * What is asked of an attribute's values; of several, one that fits is enough. Values have no
 * padding.
 */
sealed interface ValueTest {
  boolean holds(Subject subject, AttributePath path);

  record OneOf(Set<String> wanted) implements ValueTest {
    public OneOf {
      wanted = Set.copyOf(wanted);
    }

    @Override
    public boolean holds(Subject subject, AttributePath path) {
      for (String value : subject.values(path)) {
        if (wanted.contains(value)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String toString() {
      return String.join(" or ", new TreeSet<>(wanted));
    }
  }

  /** The whole value; RE2's expressions, which take no longer than the value is long. */
  record Matches(Pattern pattern) implements ValueTest {
    @Override
    public boolean holds(Subject subject, AttributePath path) {
      for (String value : subject.values(path)) {
        if (pattern.matches(value)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String toString() {
      return "what matches " + pattern;
    }
  }

  /**
   * Without diacritics, case and needless spaces.
   *
   * @param folded what is looked for, without them, too
   */
  record Contains(String text, String folded) implements ValueTest {
    @Override
    public boolean holds(Subject subject, AttributePath path) {
      for (String value : subject.folded(path)) {
        if (value.contains(folded)) {
          return true;
        }
      }
      return false;
    }

    @Override
    public String toString() {
      return "what contains '" + text + "'";
    }
  }

  /** Both ends included; values that are no number, date or time of their kind do not fit. */
  record Between(VR vr, Optional<Comparand> from, Optional<Comparand> to) implements ValueTest {
    @Override
    public boolean holds(Subject subject, AttributePath path) {
      for (Comparand value : subject.comparands(path, vr)) {
        if (contains(value)) {
          return true;
        }
      }
      return false;
    }

    private boolean contains(Comparand value) {
      return (from.isEmpty() || value.compareTo(from.get()) >= 0)
          && (to.isEmpty() || value.compareTo(to.get()) <= 0);
    }

    @Override
    public String toString() {
      return from.map(least -> "from " + least + " ").orElse("")
          + to.map(most -> "to " + most).orElse("on");
    }
  }

  /** Whether there is a value that is not empty. */
  record Present(boolean wanted) implements ValueTest {
    @Override
    public boolean holds(Subject subject, AttributePath path) {
      return subject.values(path).isEmpty() != wanted;
    }

    @Override
    public String toString() {
      return wanted ? "any" : "none";
    }
  }
}
