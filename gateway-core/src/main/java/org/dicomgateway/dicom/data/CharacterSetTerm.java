package org.dicomgateway.dicom.data;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One value of Specific Character Set (0008,0005) (PS3.3 Tables C.12-2 to C.12-5), or what
 * modalities write instead: {@code ISO-IR 100}, {@code ISO_IR_100}, {@code ISO 2022 58}, {@code
 * latin1}, …
 *
 * @param coded the set it names among those that can be switched between
 * @param whole or the set that stands alone
 */
record CharacterSetTerm(Optional<CodedCharacterSet> coded, Optional<Charset> whole) {
  private static final Pattern REGISTERED =
      Pattern.compile("ISO[ _-]*(?:2022)?[ _-]*(?:IR)?[ _-]*([0-9]{1,3})");

  static CharacterSetTerm of(String definedTerm) {
    String term = definedTerm.strip().toUpperCase(Locale.ROOT);
    Matcher registered = REGISTERED.matcher(term);
    if (registered.matches()) {
      int registration = Integer.parseInt(registered.group(1));
      return registration == 192
          ? standingAlone(StandardCharsets.UTF_8)
          : new CharacterSetTerm(CodedCharacterSet.of(registration), Optional.empty());
    }
    return switch (term) {
      case "" -> new CharacterSetTerm(Optional.of(CodedCharacterSet.ASCII), Optional.empty());
      case "GBK", "ISO 2022 GBK" -> standingAlone(Charset.forName("GBK"));
      default -> unregistered(term);
    };
  }

  /** GB18030, and names of the world outside DICOM. */
  private static CharacterSetTerm unregistered(String term) {
    try {
      if (Charset.isSupported(term)) {
        return standingAlone(Charset.forName(term));
      }
    } catch (IllegalCharsetNameException e) {
      // Read as Latin-1, as every set that is not known.
    }
    return new CharacterSetTerm(Optional.empty(), Optional.empty());
  }

  private static CharacterSetTerm standingAlone(Charset charset) {
    return new CharacterSetTerm(Optional.empty(), Optional.of(charset));
  }

  /** One that stands alone must be the first value, or have nothing but ASCII before it. */
  static Optional<Charset> standAlone(List<CharacterSetTerm> terms) {
    return terms.stream()
        .dropWhile(term -> term.coded.equals(Optional.of(CodedCharacterSet.ASCII)))
        .findFirst()
        .flatMap(CharacterSetTerm::whole);
  }

  static CodeExtensions extensions(List<CharacterSetTerm> terms) {
    Optional<CodedCharacterSet> first = terms.stream().findFirst().flatMap(CharacterSetTerm::coded);
    boolean japanese =
        first.equals(Optional.of(CodedCharacterSet.JIS_X_0201_KATAKANA))
            || first.equals(Optional.of(CodedCharacterSet.JIS_X_0201_ROMAJI));
    return new CodeExtensions(
        japanese ? CodedCharacterSet.JIS_X_0201_ROMAJI : CodedCharacterSet.ASCII,
        first.filter(set -> !set.isG0()),
        terms.stream().flatMap(term -> term.coded().stream()).toList());
  }
}
