package org.dicomgateway.dicom.dictionary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The generated tables: lines of fields with tabs between them. */
final class DictionaryResource {
  private DictionaryResource() {}

  static String text(String name) {
    try (InputStream stream = DictionaryResource.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the dictionary's table " + name, e);
    }
  }
}
