package org.dicomgateway.hub.ingest;

import java.io.IOException;
import java.nio.file.Path;

/** A request of a spoke that cannot be done, and what answer says so. */
final class TransferException extends IOException {
  /** As HTTP numbers them. */
  enum Status {
    BAD_REQUEST(400, "Bad request"),
    UNAUTHORIZED(401, "Token missing or not known"),
    NOT_FOUND(404, "Not known"),
    CONFLICT(409, "Upload is in another state"),
    PRECONDITION_FAILED(412, "Version of tus not supported"),
    UNSUPPORTED_MEDIA_TYPE(415, "Wrong content type"),
    BUSY(503, "Too many uploads at once"),
    NO_ROOM(507, "Disk of the hub is full");

    private final int code;
    private final String title;

    Status(int code, String title) {
      this.code = code;
      this.title = title;
    }

    int code() {
      return code;
    }

    String title() {
      return title;
    }
  }

  private final Status status;

  TransferException(Status status, String detail) {
    super(detail);
    this.status = status;
  }

  private TransferException(Status status, String detail, IOException cause) {
    super(detail, cause);
    this.status = status;
  }

  static TransferException badRequest(String detail) {
    return new TransferException(Status.BAD_REQUEST, detail);
  }

  static TransferException conflict(String detail) {
    return new TransferException(Status.CONFLICT, detail);
  }

  static TransferException notFound(String packId) {
    return new TransferException(
        Status.NOT_FOUND, "no upload " + packId + " of this site; create it by POST /transfers");
  }

  static TransferException noSuchStudy(String study) {
    return new TransferException(
        Status.NOT_FOUND, "no pack of study " + study + " has come from this site");
  }

  /**
   * Nothing that was acknowledged is lost: the spoke goes on from the offset when there is room.
   */
  static TransferException noRoom(Path file, IOException cause) {
    return new TransferException(
        Status.NO_ROOM,
        "the hub cannot write to %s: %s; make room, the spoke tries again"
            .formatted(file.getParent(), cause.getMessage()),
        cause);
  }

  static TransferException busy(int most) {
    return new TransferException(
        Status.BUSY, "%d uploads are under way, more come later".formatted(most));
  }

  Status status() {
    return status;
  }
}
