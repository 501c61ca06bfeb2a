package org.dicomgateway.pack;

import org.dicomgateway.dicom.json.DicomJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How manifests become bytes. Fields that a newer release added are passed over. */
final class PackJson {
  static final JsonMapper MAPPER =
      DicomJson.mapperBuilder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .addModule(FrameTableJson.module())
          .build();

  private PackJson() {}
}
