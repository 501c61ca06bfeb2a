package org.dicomgateway.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.dicomgateway.storage.DurableFile;

/**
 * The admin API's token, a line of a file that only its owner reads. It is read each time it is
 * asked for, so that a new one holds at once. Thread-safe.
 *
 * @param file may be missing until it is opened or renewed
 */
public record AdminToken(Path file) {
  /** Shorter ones can be guessed. */
  private static final int SHORTEST = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  /** In the file that is named, else in the service's data folder. */
  public static AdminToken of(Optional<Path> file, Path data) {
    return new AdminToken(file.orElseGet(() -> data.resolve("admin.token")));
  }

  /**
   * Makes one if there is none.
   *
   * @throws IOException if the file cannot be used, or holds no token
   */
  public AdminToken open() throws IOException {
    if (Files.notExists(file)) {
      renew();
    }
    value();
    return this;
  }

  /**
   * The token.
   *
   * @throws NoSuchFileException if there is none yet
   * @throws IOException if the file cannot be read, or holds something else
   */
  public String value() throws IOException {
    String token = Files.readString(file).strip();
    if (!token.matches("[!-~]{%d,}".formatted(SHORTEST))) {
      throw new IOException(
          "%s holds no token: one line of %d characters or more, without blanks. Remove it, and"
                  .formatted(file, SHORTEST)
              + " 'token --renew' makes one");
    }
    return token;
  }

  /** Whether it is this one; takes as long for a wrong one that is nearly right. */
  public boolean is(String given) throws IOException {
    return MessageDigest.isEqual(
        value().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes a new one of 256 random bits; the old one is void when this returns. */
  public String renew() throws IOException {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path written = Files.createTempFile(folder, "admin", ".new", forTheOwnerAlone());
    try {
      Files.writeString(written, token + "\n");
      DurableFile.replace(written, file);
    } catch (IOException e) {
      Files.deleteIfExists(written);
      throw e;
    }
    return token;
  }

  private static FileAttribute<?>[] forTheOwnerAlone() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
