package org.dicomgateway.dicom.dictionary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes the dictionary's tables and the constants of {@code Tag} and {@code UID} from the data
 * dictionaries of DCMTK and pydicom. How to fetch these, and in which release, is in {@code
 * docs/decisions/0007-generated-dictionary.md}. Runs from source:
 *
 * <pre>java src/test/java/org/dicomgateway/dicom/dictionary/DictionaryGenerator.java SOURCES</pre>
 *
 * in {@code gateway-core}, with the folder that the packages were unpacked into; the formatter of
 * the build then breaks the long lines.
 */
final class DictionaryGenerator {
  private static final String PACKAGE = "org/dicomgateway/dicom/";
  private static final Path TABLES = Path.of("src/main/resources", PACKAGE, "dictionary");
  private static final Path CONSTANTS = Path.of("src/main/java", PACKAGE, "data");

  private DictionaryGenerator() {}

  public static void main(String[] arguments) throws IOException {
    Path sources = Path.of(arguments[0]);
    Path dcmtk = sources.resolve("usr/share/dcmtk");
    Path pydicom = sources.resolve("usr/lib/python3/dist-packages/pydicom");

    PydicomSource names = PydicomSource.read(pydicom);
    List<ElementRow> elements = elements(dcmtk.resolve("dicom.dic"), names);
    Collection<UidRow> uids =
        uids(sources.resolve("usr/include/dcmtk/dcmdata/dcuid.h"), names.uids());
    Files.createDirectories(TABLES);
    Files.write(TABLES.resolve("elements.tsv"), elements.stream().map(ElementRow::line).toList());
    Files.write(TABLES.resolve("uids.tsv"), uids.stream().map(UidRow::line).toList());
    Files.write(
        TABLES.resolve("private.tsv"), DcmtkSource.privateLines(dcmtk.resolve("private.dic")));
    Files.writeString(CONSTANTS.resolve("Tag.java"), ConstantsSource.tags(elements));
    Files.writeString(CONSTANTS.resolve("UID.java"), ConstantsSource.uids(List.copyOf(uids)));
  }

  /** DCMTK knows the newest edition, pydicom the names and which digits of a tag may vary. */
  private static List<ElementRow> elements(Path dictionary, PydicomSource names)
      throws IOException {
    Map<String, String> patternOfKeyword = new HashMap<>();
    names.patterns().forEach((pattern, keyword) -> patternOfKeyword.put(keyword, pattern));
    Map<String, ElementRow> rows = new TreeMap<>();
    for (ElementRow row : DcmtkSource.elements(dictionary)) {
      String pattern = patternOfKeyword.getOrDefault(row.keyword(), row.pattern());
      String name = names.names().getOrDefault(row.keyword(), Words.of(row.keyword()));
      rows.put(pattern, row.with(pattern, name));
    }
    return List.copyOf(rows.values());
  }

  private static Collection<UidRow> uids(Path header, Map<String, UidRow> known)
      throws IOException {
    List<UidRow> rows = new ArrayList<>(known.values());
    DcmtkSource.uids(header).stream()
        .filter(row -> !known.containsKey(row.uid()))
        .forEach(rows::add);
    return rows.stream().sorted((a, b) -> compare(a.uid(), b.uid())).toList();
  }

  private static int compare(String uid, String other) {
    long[] components = Stream.of(uid.split("\\.")).mapToLong(Long::parseLong).toArray();
    long[] others = Stream.of(other.split("\\.")).mapToLong(Long::parseLong).toArray();
    return java.util.Arrays.compare(components, others);
  }
}
