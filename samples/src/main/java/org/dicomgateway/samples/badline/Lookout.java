package org.dicomgateway.samples.badline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Sees words pass. Thread-safe. */
final class Lookout {
  private final Map<String, CompletableFuture<Long>> wanted = new ConcurrentHashMap<>();

  /** Completed with {@link System#nanoTime} when the word has passed, in ASCII. */
  CompletableFuture<Long> sighting(String word) {
    return wanted.computeIfAbsent(word, _ -> new CompletableFuture<>());
  }

  /** Looks at one connection. */
  Eye eye() {
    return new Eye();
  }

  /** For one thread. */
  final class Eye {
    /** What a word may have begun with. */
    private String seen = "";

    void passed(ByteBuffer bytes) {
      if (wanted.isEmpty()) {
        seen = "";
        return;
      }
      long now = System.nanoTime();
      String text = seen + StandardCharsets.ISO_8859_1.decode(bytes);
      int longest = 0;
      for (String word : wanted.keySet()) {
        longest = Math.max(longest, word.length());
        if (text.contains(word)) {
          wanted.remove(word).complete(now);
        }
      }
      seen = text.substring(Math.max(0, text.length() - longest));
    }
  }
}
