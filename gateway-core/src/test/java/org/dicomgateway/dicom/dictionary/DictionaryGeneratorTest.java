package org.dicomgateway.dicom.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.junit.jupiter.api.Test;

/** What was generated, taken together: nobody has edited one half of it. */
class DictionaryGeneratorTest {
  @Test
  void tagsAreThoseOfTheTable() {
    Map<String, Object> expected = new LinkedHashMap<>();
    DictionaryResource.text("elements.tsv")
        .lines()
        .map(ElementRow::of)
        .forEach(
            row ->
                expected.put(
                    row.keyword(), Integer.parseUnsignedInt(row.pattern().replace('x', '0'), 16)));
    assertThat(constants(Tag.class)).hasSizeGreaterThan(5300).isEqualTo(expected);
  }

  @Test
  void uidsAreThoseOfTheTable() {
    Map<String, Object> expected =
        DictionaryResource.text("uids.tsv")
            .lines()
            .map(UidRow::of)
            .collect(Collectors.toMap(UidRow::keyword, UidRow::uid));
    assertThat(constants(UID.class)).hasSizeGreaterThan(480).isEqualTo(expected);
  }

  @Test
  void namesComeOutOfKeywords() {
    assertThat(Words.of("JPEGXLJPEGRecompression")).isEqualTo("JPEG XL JPEG Recompression");
    assertThat(Words.of("RTAssertionsSequence")).isEqualTo("RT Assertions Sequence");
    assertThat(Words.of("NumberOfTurnsInCoil")).isEqualTo("Number of Turns in Coil");
  }

  private static Map<String, Object> constants(Class<?> type) {
    return Arrays.stream(type.getFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()))
        .collect(Collectors.toMap(Field::getName, DictionaryGeneratorTest::value));
  }

  private static Object value(Field field) {
    try {
      return field.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
