package org.dicomgateway.testdata;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.dicomgateway.storage.S3Location;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server in this JVM, over a folder. */
public final class S3Server implements AutoCloseable {
  public static final S3Location.Keys KEYS = new S3Location.Keys("testkey", "testsecret");

  private final BlobStore blobs;
  private final S3Proxy proxy;

  public S3Server(Path folder) throws Exception {
    blobs = new FilesystemNio2BlobStore(folder.toString());
    proxy =
        S3Proxy.builder()
            .blobStore(blobs)
            .endpoint(URI.create("http://127.0.0.1:0"))
            .awsAuthentication(AuthenticationType.AWS_V4, KEYS.access(), KEYS.secret())
            .build();
    proxy.start();
  }

  /** Makes a bucket. */
  public S3Location bucket(String name) {
    blobs.createContainer(name);
    return location(name, KEYS);
  }

  public S3Location location(String bucket, S3Location.Keys keys) {
    String url = "http://127.0.0.1:%d/%s?region=us-east-1".formatted(proxy.getPort(), bucket);
    return S3Location.of(url, Optional.of(keys));
  }

  @Override
  public void close() throws Exception {
    proxy.stop();
  }
}
