package org.dicomgateway.pack;

import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.part10.FrameTable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * A frame table as JSON: {@code {"offset":…,"frameLength":…,"frameCount":…}} for native pixel data,
 * {@code [[[offset,length],…],…]}, frames of fragments, for encapsulated.
 */
public final class FrameTableJson {
  private FrameTableJson() {}

  /** A frame table as text that {@link #parse} understands. */
  public static String text(FrameTable frames) {
    return PackJson.MAPPER.writeValueAsString(frames);
  }

  /**
   * The frame table that {@link #text} wrote.
   *
   * @throws tools.jackson.core.JacksonException if it did not
   */
  public static FrameTable parse(String text) {
    return PackJson.MAPPER.readValue(text, FrameTable.class);
  }

  static SimpleModule module() {
    return new SimpleModule("frame-table")
        .addSerializer(FrameTable.class, new Writer())
        .addDeserializer(FrameTable.class, new Reader());
  }

  private static final class Writer extends StdSerializer<FrameTable> {
    Writer() {
      super(FrameTable.class);
    }

    @Override
    public void serialize(FrameTable table, JsonGenerator json, SerializationContext context) {
      switch (table) {
        case FrameTable.Native(long offset, long frameLength, int frameCount) -> {
          json.writeStartObject();
          json.writeNumberProperty("offset", offset);
          json.writeNumberProperty("frameLength", frameLength);
          json.writeNumberProperty("frameCount", frameCount);
          json.writeEndObject();
        }
        case FrameTable.Encapsulated(List<List<ByteRange>> frames) -> {
          json.writeStartArray();
          for (List<ByteRange> fragments : frames) {
            json.writeStartArray();
            for (ByteRange fragment : fragments) {
              json.writeArray(new long[] {fragment.offset(), fragment.length()}, 0, 2);
            }
            json.writeEndArray();
          }
          json.writeEndArray();
        }
      }
    }
  }

  private static final class Reader extends StdDeserializer<FrameTable> {
    Reader() {
      super(FrameTable.class);
    }

    @Override
    public FrameTable deserialize(JsonParser json, DeserializationContext context) {
      if (json.currentToken() == JsonToken.START_OBJECT) {
        return context.readValue(json, FrameTable.Native.class);
      }
      List<List<ByteRange>> frames = new ArrayList<>();
      for (long[][] fragments : context.readValue(json, long[][][].class)) {
        List<ByteRange> ranges = new ArrayList<>(fragments.length);
        for (long[] fragment : fragments) {
          ranges.add(new ByteRange(fragment[0], fragment[1]));
        }
        frames.add(List.copyOf(ranges));
      }
      return new FrameTable.Encapsulated(List.copyOf(frames));
    }
  }
}
