package org.dicomgateway.samples.bench;

import java.io.IOException;
import org.dicomgateway.codec.jpegls.FrameShape;
import org.dicomgateway.codec.jpegls.JpegLsDecoder;
import org.dicomgateway.codec.jpegls.JpegLsEncoder;

/** A lossless codec of frames that runs in this process, on one thread. */
interface FrameCodec {
  FrameCodec GATEWAY =
      new FrameCodec() {
        @Override
        public byte[] encode(short[] samples, FrameShape shape) {
          return JpegLsEncoder.encode(samples, shape);
        }

        @Override
        public short[] decode(byte[] codestream, FrameShape shape) throws IOException {
          return JpegLsDecoder.decode(codestream, shape).samples();
        }
      };

  byte[] encode(short[] samples, FrameShape shape) throws IOException;

  short[] decode(byte[] codestream, FrameShape shape) throws IOException;
}
