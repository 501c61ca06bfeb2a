package org.dicomgateway.console;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What a command says of a failure: the JDK's own words leave out what was wrong. */
public final class Failure {
  private Failure() {}

  /** The reason, and what to do about it. */
  public static String text(Throwable failure) {
    return switch (failure) {
      case NoSuchFileException e -> e.getFile() + ": there is no such file";
      case AccessDeniedException e ->
          e.getFile() + ": no right to use it; ask its owner, or run this as another user";
      case FileAlreadyExistsException e -> e.getFile() + ": is there already";
      case NotDirectoryException e -> e.getFile() + ": is no folder";
      case DirectoryNotEmptyException e -> e.getFile() + ": the folder is not empty";
      case FileSystemException e when e.getReason() != null ->
          e.getFile() + ": " + e.getReason() + remedy(e.getReason());
      case CharacterCodingException _ -> "the file is no text in UTF-8";
      case IOException e when e.getMessage() != null -> e.getMessage() + remedy(e.getMessage());
      default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
    };
  }

  private static String remedy(String reason) {
    return reason.equals("No space left on device") ? "; free room on this disk" : "";
  }

  /** What the command ends with. */
  public static ExitCode exitCode(Throwable failure) {
    return failure instanceof AccessDeniedException ? ExitCode.REFUSED : ExitCode.FAILED;
  }
}
