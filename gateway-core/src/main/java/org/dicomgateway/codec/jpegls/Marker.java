package org.dicomgateway.codec.jpegls;

/** The second bytes of markers (T.87 Table C.1, T.81 Table B.1); the first is {@link #PREFIX}. */
final class Marker {
  static final int PREFIX = 0xFF;
  static final int FIRST_RESTART = 0xD0;
  static final int START_OF_IMAGE = 0xD8;
  static final int END_OF_IMAGE = 0xD9;
  static final int START_OF_SCAN = 0xDA;
  static final int DEFINE_RESTART_INTERVAL = 0xDD;
  static final int FIRST_APPLICATION = 0xE0;
  static final int COLOR_TRANSFORM = 0xE8;
  static final int LAST_APPLICATION = 0xEF;
  static final int START_OF_FRAME = 0xF7;
  static final int PRESET_PARAMETERS = 0xF8;
  static final int COMMENT = 0xFE;

  private Marker() {}
}
