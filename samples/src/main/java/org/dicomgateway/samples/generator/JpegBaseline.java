package org.dicomgateway.samples.generator;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Encodes pictures as JPEG baseline with half as many colours as pixels in a row (4:2:2). */
final class JpegBaseline {
  private static final float QUALITY = 0.86f;

  private JpegBaseline() {}

  /**
   * @param pixels 0xRRGGBB
   */
  static byte[] encode(int[] pixels, int width, int height) throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, halfColour(writer, param, image)), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  /** The writer halves colour in both directions by itself; the standard wants only rows halved. */
  private static IIOMetadata halfColour(
      ImageWriter writer, ImageWriteParam param, BufferedImage image) throws IOException {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), param);
    String format = metadata.getNativeMetadataFormatName();
    Element tree = (Element) metadata.getAsTree(format);
    NodeList components = tree.getElementsByTagName("componentSpec");
    ((Element) components.item(0)).setAttribute("VsamplingFactor", "1");
    metadata.setFromTree(format, tree);
    return metadata;
  }
}
