package org.dicomgateway.samples.badline;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Announces segments as small as those of a network. On the loopback interface they are 64 KiB, and
 * a Linux sender reckons its send buffer by them: 4 MB are swallowed before it feels that the line
 * is slow, where a network's sender has some hundred KB. Java knows no such option, so the system
 * is called; elsewhere than on Linux nothing is done.
 */
final class SegmentSize {
  private static final int IPPROTO_TCP = 6;
  private static final int TCP_MAXSEG = 2;
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;
  private static final String LISTENING = "0A";
  private static final FunctionDescriptor SETSOCKOPT =
      FunctionDescriptor.of(
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.JAVA_INT,
          ValueLayout.ADDRESS,
          ValueLayout.JAVA_INT);

  private SegmentSize() {}

  /**
   * Sets it for all that connect to a socket.
   *
   * @param listening an IPv4 socket, bound
   */
  static void limit(ServerSocketChannel listening, int bytes) throws IOException {
    Path connections = Path.of("/proc/self/net/tcp");
    if (!Files.isReadable(connections)) {
      return;
    }
    String inode = inode(connections, listening.socket().getLocalPort());
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      for (Path descriptor : descriptors.toList()) {
        if (leadsTo(descriptor, "socket:[" + inode + "]")) {
          set(Integer.parseInt(descriptor.getFileName().toString()), bytes);
        }
      }
    }
  }

  private static String inode(Path connections, int port) throws IOException {
    String address = ":%04X".formatted(port);
    for (String line : Files.readAllLines(connections)) {
      List<String> words = List.of(line.strip().split("\\s+"));
      if (words.get(LOCAL_ADDRESS).endsWith(address) && words.get(STATE).equals(LISTENING)) {
        return words.get(INODE);
      }
    }
    throw new IOException("nothing listens on port " + port);
  }

  private static boolean leadsTo(Path descriptor, String target) {
    try {
      return Files.readSymbolicLink(descriptor).toString().equals(target);
    } catch (IOException e) {
      return false; // closed meanwhile
    }
  }

  private static void set(int descriptor, int bytes) throws IOException {
    Linker linker = Linker.nativeLinker();
    MemorySegment function = linker.defaultLookup().findOrThrow("setsockopt");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment value = arena.allocateFrom(ValueLayout.JAVA_INT, bytes);
      int result =
          (int)
              linker
                  .downcallHandle(function, SETSOCKOPT)
                  .invokeExact(descriptor, IPPROTO_TCP, TCP_MAXSEG, value, Integer.BYTES);
      if (result != 0) {
        throw new IOException("setsockopt TCP_MAXSEG failed");
      }
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw new IOException("setsockopt TCP_MAXSEG failed", e);
    }
  }
}
