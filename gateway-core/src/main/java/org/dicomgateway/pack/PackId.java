package org.dicomgateway.pack;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.regex.Pattern;

/** Names of packs: UUIDv7 (RFC 9562 §5.7) in canonical form. Thread-safe. */
public final class PackId {
  private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();
  private static final Pattern CANONICAL =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

  private PackId() {}

  /** A new name; sorts behind every name made before on this machine. */
  public static String next() {
    return GENERATOR.generate().toString();
  }

  public static boolean isValid(String text) {
    return CANONICAL.matcher(text).matches();
  }
}
