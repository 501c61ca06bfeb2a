package org.dicomgateway.samples.bench;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.dicomgateway.codec.jpegls.FrameShape;

/**
 * CharLS 2, in C++, as Debian has it (libcharls2); for frames of one component and 9 to 16 bits.
 * The memory of both sides is taken once, and what is copied between them is part of the
 * measurement.
 */
final class CharLs implements FrameCodec {
  private static final String LIBRARY = "libcharls.so.2";
  private static final MemorySegment NULL = MemorySegment.NULL;

  private final Arena arena = Arena.ofAuto();
  private final SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, arena);

  private final MethodHandle createEncoder = function("encoder_create", ADDRESS);
  private final MethodHandle setFrameInfo =
      function("encoder_set_frame_info", JAVA_INT, ADDRESS, ADDRESS);
  private final MethodHandle setDestination =
      function("encoder_set_destination_buffer", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
  private final MethodHandle encodeFrom =
      function("encoder_encode_from_buffer", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT);
  private final MethodHandle bytesWritten =
      function("encoder_get_bytes_written", JAVA_INT, ADDRESS, ADDRESS);
  private final MethodHandle destroyEncoder = procedure("encoder_destroy");

  private final MethodHandle createDecoder = function("decoder_create", ADDRESS);
  private final MethodHandle setSource =
      function("decoder_set_source_buffer", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG);
  private final MethodHandle readHeader = function("decoder_read_header", JAVA_INT, ADDRESS);
  private final MethodHandle decodeTo =
      function("decoder_decode_to_buffer", JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT);
  private final MethodHandle destroyDecoder = procedure("decoder_destroy");

  private MemorySegment pixels = NULL;
  private MemorySegment codestream = NULL;

  private MethodHandle function(String name, ValueLayout result, ValueLayout... arguments) {
    return handle(name, FunctionDescriptor.of(result, arguments));
  }

  private MethodHandle procedure(String name) {
    return handle(name, FunctionDescriptor.ofVoid(ADDRESS));
  }

  private MethodHandle handle(String name, FunctionDescriptor descriptor) {
    return Linker.nativeLinker()
        .downcallHandle(library.findOrThrow("charls_jpegls_" + name), descriptor);
  }

  @Override
  public byte[] encode(short[] samples, FrameShape shape) throws IOException {
    makeRoom(samples.length);
    MemorySegment.copy(samples, 0, pixels, JAVA_SHORT, 0, samples.length);
    try (Arena call = Arena.ofConfined()) {
      MemorySegment info =
          call.allocateFrom(JAVA_INT, shape.columns(), shape.rows(), shape.precision(), 1);
      MemorySegment length = call.allocate(JAVA_LONG);
      MemorySegment encoder = (MemorySegment) createEncoder.invokeExact();
      try {
        check((int) setFrameInfo.invokeExact(encoder, info));
        check((int) setDestination.invokeExact(encoder, codestream, codestream.byteSize()));
        check((int) encodeFrom.invokeExact(encoder, pixels, 2L * samples.length, 0));
        check((int) bytesWritten.invokeExact(encoder, length));
      } finally {
        destroyEncoder.invokeExact(encoder);
      }
      return codestream.asSlice(0, length.get(JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
    } catch (Throwable e) {
      throw new IOException(LIBRARY + " does not encode: " + e.getMessage(), e);
    }
  }

  @Override
  public short[] decode(byte[] bytes, FrameShape shape) throws IOException {
    makeRoom(Math.max(shape.samples(), bytes.length / 2));
    MemorySegment.copy(bytes, 0, codestream, ValueLayout.JAVA_BYTE, 0, bytes.length);
    try {
      MemorySegment decoder = (MemorySegment) createDecoder.invokeExact();
      try {
        check((int) setSource.invokeExact(decoder, codestream, (long) bytes.length));
        check((int) readHeader.invokeExact(decoder));
        check((int) decodeTo.invokeExact(decoder, pixels, 2L * shape.samples(), 0));
      } finally {
        destroyDecoder.invokeExact(decoder);
      }
      return pixels.asSlice(0, 2L * shape.samples()).toArray(JAVA_SHORT);
    } catch (Throwable e) {
      throw new IOException(LIBRARY + " does not decode: " + e.getMessage(), e);
    }
  }

  private static void check(int errorCode) throws IOException {
    if (errorCode != 0) {
      throw new IOException("error " + errorCode);
    }
  }

  private void makeRoom(int samples) {
    if (pixels.byteSize() < 2L * samples) {
      pixels = arena.allocate(2L * samples, Long.BYTES);
      codestream = arena.allocate(4L * samples + 1024, Long.BYTES);
    }
  }
}
