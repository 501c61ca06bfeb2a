package org.dicomgateway.spoke.send;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dicomgateway.spoke.destination.DestinationSettings.Layout;
import org.dicomgateway.spoke.destination.Probe;

/**
 * Writes Part 10 files into a folder. A file has its name only when it is whole and durable; what
 * lies there is never written over. Whoever else writes there must not use the same names.
 */
final class FolderCourier implements Courier {
  private static final int CHUNK = 1 << 16;

  /** By Linux and by a file server; Java has no exception of its own for it. */
  private static final Pattern FULL =
      Pattern.compile("No space left on device|Disk quota exceeded");

  private final Path folder;
  private final Layout layout;

  FolderCourier(Path folder, Layout layout) {
    this.folder = folder;
    this.layout = layout;
  }

  @Override
  public String kind() {
    return "folder";
  }

  @Override
  public String address() {
    return folder.toString();
  }

  @Override
  public int desks() {
    return 1;
  }

  @Override
  public void work(Desk desk) throws Unavailable, InterruptedException {
    for (Optional<Parcel> next = desk.next(); next.isPresent(); next = desk.next()) {
      requireFolder();
      try {
        desk.delivered(next.get(), store(next.get()));
      } catch (UnreadableException e) {
        desk.parked(next.get(), e.getMessage());
      }
    }
  }

  /** Not made here: a disk that is not mounted would be taken for an empty folder. */
  private void requireFolder() throws Unavailable {
    if (!Files.isDirectory(folder)) {
      throw Unavailable.down(
          "there is no folder %s: mount its disk, or make it".formatted(folder), null);
    }
  }

  /** Returns what is to be said of it. */
  private String store(Parcel parcel)
      throws UnreadableException, Unavailable, InterruptedException {
    try {
      Path wanted = folder.resolve(FolderLayout.of(layout, parcel));
      makeFolders(wanted.getParent());
      Path file = wanted;
      for (int number = 2; Files.exists(file); number++) {
        if (isSame(parcel, file)) {
          return "was there already";
        }
        file = FolderLayout.another(wanted, number);
      }
      write(parcel, file);
      return file.equals(wanted)
          ? ""
          : "other bytes are there under its name; it is %s".formatted(file.getFileName());
    } catch (UnreadableException e) {
      throw e;
    } catch (IOException e) {
      Desk.requireNoInterrupt(e);
      throw Unavailable.down(reason(e), e);
    }
  }

  private String reason(IOException e) {
    String said = e.getMessage() == null ? e.toString() : e.getMessage();
    return FULL.matcher(said).find()
        ? "the disk of %s is full (%s): free room there".formatted(folder, said)
        : "cannot write to %s: %s".formatted(folder, said);
  }

  /** Each new one durable before something is put into it. */
  private void makeFolders(Path wanted) throws IOException {
    if (!Files.isDirectory(wanted)) {
      makeFolders(wanted.getParent());
      Files.createDirectory(wanted);
      force(wanted.getParent());
    }
  }

  private static boolean isSame(Parcel parcel, Path file) throws IOException {
    if (Files.size(file) != parcel.length()) {
      return false;
    }
    try (InputStream ours = new BufferedInputStream(parcel.look(), CHUNK);
        InputStream theirs = new BufferedInputStream(Files.newInputStream(file), CHUNK)) {
      byte[] chunk = new byte[CHUNK];
      byte[] other = new byte[CHUNK];
      for (int count = ours.readNBytes(chunk, 0, CHUNK); count > 0; ) {
        if (theirs.readNBytes(other, 0, count) != count
            || !Arrays.equals(chunk, 0, count, other, 0, count)) {
          return false;
        }
        count = ours.readNBytes(chunk, 0, CHUNK);
      }
      return true;
    }
  }

  private void write(Parcel parcel, Path file) throws IOException {
    Path part = file.resolveSibling("." + parcel.id() + ".part");
    try {
      try (InputStream in = parcel.send();
          FileChannel out = FileChannel.open(part, CREATE, TRUNCATE_EXISTING, WRITE)) {
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
          ByteBuffer left = ByteBuffer.wrap(chunk, 0, count);
          while (left.hasRemaining()) {
            out.write(left);
          }
        }
        out.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      force(file.getParent());
    } catch (IOException e) {
      discard(part, e);
      throw e;
    }
  }

  /** What it failed for is what has to be told, not that it cannot be tidied up either. */
  private static void discard(Path part, IOException why) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private static void force(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  @Override
  public Probe test() throws InterruptedException {
    try {
      requireFolder();
      tryToWrite();
      FileStore store = Files.getFileStore(folder);
      return Probe.reached("can be written, %d MiB free".formatted(store.getUsableSpace() >> 20));
    } catch (Unavailable e) {
      return Probe.failed(e.getMessage(), "Then `gateway spoke destination test` again.");
    } catch (IOException e) {
      Desk.requireNoInterrupt(e);
      return Probe.failed(
          reason(e),
          "Give the user that the spoke runs as the right to write there, or free space.");
    }
  }

  /** A full disk takes empty files. */
  private void tryToWrite() throws IOException {
    Path trial = Files.createTempFile(folder, ".gateway", ".part");
    try {
      Files.write(trial, new byte[CHUNK]);
      Files.delete(trial);
    } catch (IOException e) {
      discard(trial, e);
      throw e;
    }
  }

  @Override
  public void close() {}
}
