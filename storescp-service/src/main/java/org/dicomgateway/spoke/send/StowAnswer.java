package org.dicomgateway.spoke.send;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.json.DicomJson;
import org.dicomgateway.dimse.service.Status;

/**
 * What a server answered to a request to store (PS3.18 §10.5.3): as a whole, and of each instance
 * that it speaks of.
 *
 * @param status of HTTP
 * @param instances by SOP Instance UID; empty if the answer has no list that we can read
 * @param retryAfter how long it asked to wait; zero if it did not
 */
record StowAnswer(int status, Map<String, Status> instances, Duration retryAfter) {
  static StowAnswer of(HttpResponse<byte[]> response) {
    return new StowAnswer(
        response.statusCode(),
        instances(response.body()),
        response.headers().firstValue("Retry-After").map(StowAnswer::delay).orElse(Duration.ZERO));
  }

  private static Map<String, Status> instances(byte[] body) {
    Map<String, Status> found = new HashMap<>();
    try {
      Attributes dataSet = DicomJson.read(object(body), _ -> Value.Bytes.EMPTY);
      for (Attributes taken : dataSet.items(Tag.ReferencedSOPSequence)) {
        put(found, taken, taken.integer(Tag.WarningReason).orElse(Status.SUCCESS.code()));
      }
      for (Attributes failed : dataSet.items(Tag.FailedSOPSequence)) {
        int reason = failed.integer(Tag.FailureReason).orElse(Status.PROCESSING_FAILURE.code());
        put(found, failed, reason);
      }
    } catch (IOException | RuntimeException e) {
      // Pages for people, and nothing at all, come as well; then the status alone counts.
    }
    return found;
  }

  /** Some put an array around it. */
  private static InputStream object(byte[] body) {
    int start = 0;
    while (start < body.length && body[start] != '{') {
      start++;
    }
    return new ByteArrayInputStream(body, start, body.length - start);
  }

  private static void put(Map<String, Status> found, Attributes item, int code) {
    item.string(Tag.ReferencedSOPInstanceUID).ifPresent(uid -> found.put(uid, new Status(code)));
  }

  /** Seconds, or a date (RFC 9110 §10.2.3); zero if it is neither. */
  private static Duration delay(String retryAfter) {
    try {
      return Duration.ofSeconds(Math.max(0, Long.parseLong(retryAfter.strip())));
    } catch (NumberFormatException e) {
      return until(retryAfter.strip());
    }
  }

  private static Duration until(String date) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(Instant.now(), then);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeParseException e) {
      return Duration.ZERO;
    }
  }

  /** Of one instance. */
  Optional<Status> of(Parcel parcel) {
    return Optional.ofNullable(instances.get(parcel.sopInstanceUid()));
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  /**
   * Why nothing is taken now, whatever is sent; empty if it is about what was sent.
   *
   * @param address of the server, for people
   */
  Optional<Unavailable> unavailable(String address) {
    return switch (status) {
      case 401, 403 ->
          Optional.of(
              Unavailable.refused(
                  "the server does not let us in (%d): check user, password, token or certificate"
                      .formatted(status),
                  null));
      case 301, 302, 303, 307, 308, 404, 405, 410 ->
          Optional.of(
              Unavailable.refused(
                  "nothing takes STOW-RS at %s/studies (%d): check the address"
                      .formatted(address, status),
                  null));
      case 407 -> Optional.of(Unavailable.refused("a proxy wants a password (407)", null));
      case 408, 425, 429 ->
          Optional.of(
              Unavailable.later("the server says later (%d)".formatted(status), retryAfter));
      default ->
          status >= 500 && status != 500
              ? Optional.of(
                  Unavailable.later("the server cannot now (%d)".formatted(status), retryAfter))
              : Optional.empty();
    };
  }
}
