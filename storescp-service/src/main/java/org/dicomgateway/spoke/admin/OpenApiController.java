package org.dicomgateway.spoke.admin;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** {@code GET /api/openapi.json}: all of {@code /api}, described as OpenAPI 3.1. */
@RestController
public final class OpenApiController {
  private static final String DESCRIPTION = "/openapi.yaml";

  OpenApiController() {}

  /** Read when it is asked for, which is seldom: the start does not pay for it. */
  @GetMapping("/api/openapi.json")
  Map<String, Object> description() throws IOException {
    try (InputStream yaml = OpenApiController.class.getResourceAsStream(DESCRIPTION)) {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
    }
  }
}
