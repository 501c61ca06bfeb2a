package org.dicomgateway.samples.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.dicomgateway.samples.badline.LineQuality;

/** The ways that are compared. */
public enum WayKind {
  /** Our sender, spoke, line, hub. */
  GATEWAY,
  /** DCMTK's {@code storescu}, line, Orthanc. */
  STORESCU,
  /** Orthanc, line by its peers' REST interface with compression, Orthanc. */
  ORTHANC_PEER;

  /**
   * Starts what the way consists of.
   *
   * @param spokeOptions further arguments of our spoke
   */
  Way open(Path folder, LineQuality quality, List<String> spokeOptions)
      throws IOException, InterruptedException {
    return switch (this) {
      case GATEWAY -> GatewayWay.open(folder, quality, spokeOptions);
      case STORESCU -> StorescuWay.open(folder, quality);
      case ORTHANC_PEER -> OrthancPeerWay.open(folder, quality);
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase();
  }
}
