package org.dicomgateway.pack;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How manifests become bytes. Fields that a newer release added are passed over. */
final class PackJson {
  /** As deep as the metadata of nested sequences may be. */
  private static final int MAX_NESTING = 4096;

  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxStringLength(Integer.MAX_VALUE)
                          .maxNestingDepth(MAX_NESTING)
                          .build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(FrameTableJson.module())
          .build();

  private PackJson() {}
}
