package org.dicomgateway.dicom.json;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.encoding.DataSetReader;
import org.dicomgateway.dicom.encoding.DicomParseException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Data sets as DICOM JSON objects (PS3.18 §F.2), in UTF-8. Where the standard leaves a choice:
 *
 * <ul>
 *   <li>IS and DS are numbers with the digits they came with, and strings if they are none.
 *   <li>SV and UV are numbers as long as a double holds them exactly, and strings beyond.
 *   <li>FL and FD that are no numbers are the strings NaN, Infinity and -Infinity.
 *   <li>Specific Character Set (0008,0005) is kept as it came: it tells about the source, and about
 *       the bytes of UN values (§F.2.2 notes 3 and 5).
 *   <li>Group 0002 and group lengths are left out.
 * </ul>
 *
 * Thread-safe.
 */
public final class DicomJson {
  /** A sequence in a sequence is three levels of JSON; there may be an array around the object. */
  private static final int MAX_NESTING = 4 * DataSetReader.MAX_DEPTH;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(MAX_NESTING).build())
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_NESTING)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private DicomJson() {}

  /**
   * For whoever takes such objects as trees, or in others: a mapper that goes as deep as data sets
   * are read, and has no limit to the length of a value.
   */
  public static JsonMapper.Builder mapperBuilder() {
    return JsonMapper.builder(FACTORY);
  }

  /** Writes one object. The generator stays open. */
  public static void write(Attributes dataSet, JsonGenerator generator, BulkDataUris uris) {
    new JsonDataSetWriter(generator, uris).write(dataSet, "");
  }

  /** Writes one object. The stream is flushed and stays open. */
  public static void write(Attributes dataSet, OutputStream out, BulkDataUris uris) {
    JsonGenerator generator =
        FACTORY.createGenerator(ObjectWriteContext.empty(), out, JsonEncoding.UTF8);
    try (generator) {
      write(dataSet, generator, uris);
    }
  }

  /** One object as UTF-8. */
  public static byte[] bytes(Attributes dataSet, BulkDataUris uris) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(dataSet, bytes, uris);
    return bytes.toByteArray();
  }

  /**
   * Reads one object; the parser stands on its first token or before it, and afterwards on its
   * last. Text becomes UTF-8, and Specific Character Set (0008,0005) says so.
   *
   * @param bulkData the value that a BulkDataURI stands for
   * @throws DicomParseException where it is no DICOM JSON
   */
  public static Attributes read(JsonParser parser, Function<String, Value> bulkData)
      throws DicomParseException {
    return new JsonDataSetReader(parser, bulkData).read();
  }

  /** Reads one object as {@link #read(JsonParser, Function)}; the stream stays open. */
  public static Attributes read(InputStream utf8, Function<String, Value> bulkData)
      throws DicomParseException {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
      return read(parser, bulkData);
    }
  }
}
