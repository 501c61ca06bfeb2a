package org.dicomgateway.hub.web;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** All files of the viewer, found in our jar once at the start. Immutable. */
public final class ViewerFiles {
  private static final String ROOT = "/ohif/";

  private final Map<String, ViewerFile> files = new TreeMap<>();

  /**
   * Finds the files.
   *
   * @throws FileNotFoundException if the hub was built without them
   */
  public ViewerFiles() throws IOException {
    PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
    Resource stamp = resolver.getResource("classpath:ohif/stamp");
    if (!stamp.exists()) {
      throw new FileNotFoundException("this hub was built without the OHIF viewer: build it again");
    }
    String version = stamp.getContentAsString(StandardCharsets.US_ASCII);
    for (Resource resource : resolver.getResources("classpath:ohif/**/*.*")) {
      String url = resource.getURL().toString();
      String path = url.substring(url.indexOf(ROOT) + ROOT.length());
      if (resource.isReadable() && !path.endsWith("/")) {
        ViewerFile file = ViewerFile.of(path, resource, version);
        files.put(file.name(), file);
      }
    }
  }

  Collection<ViewerFile> all() {
    return files.values();
  }

  /** The page that all the viewer's addresses show. */
  ViewerFile page() {
    return files.get("index.html");
  }
}
