package org.dicomgateway.spoke.forward;

import java.util.Set;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** What is looked at far away while the probe is still on the patient. */
final class Ultrasound {
  /** Of PS3.4 §B.5 and, the last two, of what it has retired and old machines still send. */
  private static final Set<String> SOP_CLASSES =
      Set.of(
          UID.UltrasoundImageStorage,
          UID.UltrasoundMultiFrameImageStorage,
          UID.EnhancedUSVolumeStorage,
          UID.UltrasoundImageStorageRetired,
          UID.UltrasoundMultiFrameImageStorageRetired);

  private Ultrasound() {}

  static boolean isLive(SpooledInstance instance) {
    return SOP_CLASSES.contains(instance.identity().sopClassUid());
  }
}
