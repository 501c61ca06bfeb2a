package org.dicomgateway.storage;

import java.net.URI;
import java.util.Optional;

/**
 * A bucket on an S3 server, as a URL names it: {@code https://host:port/bucket?region=us-east-1},
 * or with the keys in it {@code s3://ACCESS:SECRET@host:port/bucket?region=…&tls=false}.
 *
 * @param endpoint {@code https://host:port}
 * @param region empty if the server's default will do
 * @param keys empty for anonymous access
 */
public record S3Location(
    String endpoint, String bucket, Optional<String> region, Optional<Keys> keys) {

  /** Credentials; the secret is never part of a message. */
  public record Keys(String access, String secret) {
    @Override
    public String toString() {
      return "Keys[" + access + "]";
    }
  }

  /** Whether a URL names a bucket. */
  public static boolean isOne(String url) {
    return url.matches("(https?|s3)://.*");
  }

  /**
   * Reads a URL.
   *
   * @param keys those that the URL itself has are stronger
   * @throws IllegalArgumentException if it names no bucket
   */
  public static S3Location of(String url, Optional<Keys> keys) {
    URI uri = URI.create(url);
    String path = uri.getPath() == null ? "" : uri.getPath();
    String bucket = path.replaceAll("^/+|/+$", "");
    if (!isOne(url) || uri.getHost() == null || bucket.isEmpty() || bucket.contains("/")) {
      throw new IllegalArgumentException(
          "an object store on S3 is named http(s)://host:port/bucket, not " + withoutKeys(url));
    }
    boolean tls =
        uri.getScheme().equals("https")
            || uri.getScheme().equals("s3") && !parameter(uri, "tls").equals(Optional.of("false"));
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return new S3Location(
        (tls ? "https://" : "http://") + uri.getHost() + port,
        bucket,
        parameter(uri, "region"),
        keysOf(uri).or(() -> keys));
  }

  private static String withoutKeys(String url) {
    return url.replaceFirst("//.*@", "//…@");
  }

  private static Optional<String> parameter(URI uri, String name) {
    String query = uri.getQuery() == null ? "" : uri.getQuery();
    for (String pair : query.split("&")) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(pair.substring(name.length() + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<Keys> keysOf(URI uri) {
    String user = uri.getUserInfo();
    int colon = user == null ? -1 : user.indexOf(':');
    return colon < 0
        ? Optional.empty()
        : Optional.of(new Keys(user.substring(0, colon), user.substring(colon + 1)));
  }

  /** Endpoint and bucket. */
  @Override
  public String toString() {
    return endpoint + "/" + bucket;
  }
}
