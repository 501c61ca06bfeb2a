package org.dicomgateway.dicom.json;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.dictionary.TransferSyntax;
import org.dicomgateway.dicom.encoding.DataSetReader;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.testdata.Digests;
import tools.jackson.databind.JsonNode;

/**
 * Two JSON objects of one attribute; numbers are compared by value, binaries by their bytes.
 *
 * @param bytes the value that ours was made of; empty for sequences and encapsulated pixel data
 */
record AttributeComparison(String tag, Optional<byte[]> bytes, JsonNode ours, JsonNode theirs) {

  /** What makes them differ; empty if nothing does. */
  Optional<Difference.Kind> kind() {
    if (ours.isMissingNode()) {
      boolean groupLength = tag.endsWith("0000");
      return Optional.of(groupLength ? Difference.Kind.GROUP_LENGTH : Difference.Kind.OTHER);
    }
    if (!vr(ours).equals(vr(theirs))) {
      return Optional.of(otherRepresentation());
    }
    if (!binary(ours).equals(binary(theirs))) {
      return Optional.of(otherBytes());
    }
    return ours.has("Value") == theirs.has("Value") ? values() : Optional.of(missingValue());
  }

  private Difference.Kind otherRepresentation() {
    if (vr(theirs).equals("UN") && vr(ours).equals("SQ") && itemsOf(theirs).equals(ours)) {
      return Difference.Kind.SEQUENCE_LEFT_UNKNOWN;
    }
    boolean same = bytes.isPresent() && digestOf(bytes.get()).equals(binary(theirs));
    return vr(theirs).equals("UN") && same ? Difference.Kind.LEFT_UNKNOWN : Difference.Kind.OTHER;
  }

  /** UN holds what implicit VR would (PS3.5 §6.2.2). */
  private static JsonNode itemsOf(JsonNode unknown) {
    byte[] items = Base64.getDecoder().decode(unknown.path("InlineBinary").asString());
    ByteBuffer element = ByteBuffer.allocate(8 + items.length).order(ByteOrder.LITTLE_ENDIAN);
    element.putShort((short) (Tag.ContentSequence >>> 16)).putShort((short) Tag.ContentSequence);
    element.putInt(items.length).put(items);
    try {
      Attributes dataSet =
          DataSetReader.read(
              new ByteArrayInputStream(element.array()),
              TransferSyntax.of(UID.ImplicitVRLittleEndian),
              0,
              ReadOptions.IN_MEMORY);
      byte[] json = DicomJson.bytes(dataSet, BulkDataUris.NONE);
      return PeerAnswer.MAPPER.readTree(json).path("0040A730");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Difference.Kind otherBytes() {
    if (bytes.isPresent()) {
      byte[] value = bytes.get();
      if (digestOf(Arrays.copyOf(value, value.length + 1)).equals(binary(theirs))) {
        return Difference.Kind.PADDED_TO_EVEN;
      }
      if (digestOf(swapped(value, VR.valueOf(vr(ours)).unitLength())).equals(binary(theirs))) {
        return Difference.Kind.NOT_SWAPPED;
      }
    }
    return Difference.Kind.OTHER;
  }

  private static byte[] swapped(byte[] bytes, int unit) {
    byte[] swapped = bytes.clone();
    for (int i = 0; i < bytes.length - bytes.length % unit; i++) {
      swapped[i] = bytes[i - i % unit + unit - 1 - i % unit];
    }
    return swapped;
  }

  private Difference.Kind missingValue() {
    JsonNode value = theirs.path("Value");
    if (vr(ours).equals("SQ") && value.isArray() && value.isEmpty()) {
      return Difference.Kind.EMPTY_SEQUENCE;
    }
    if (!ours.has("Value") && value.size() == 1 && value.get(0).isNull()) {
      return Difference.Kind.BLANK_VALUE;
    }
    boolean careted =
        vr(ours).equals("PN")
            && !theirs.has("Value")
            && ours.path("Value").size() == 1
            && Carets.stripped(ours.path("Value").get(0)).isEmpty();
    return careted ? Difference.Kind.TRAILING_CARETS : Difference.Kind.OTHER;
  }

  /** The one kind that all unequal values have. */
  private Optional<Difference.Kind> values() {
    JsonNode our = ours.path("Value");
    JsonNode their = theirs.path("Value");
    if (tag.equals("00080005")
        && !our.equals(their)
        && their.toString().equals("[\"ISO_IR 192\"]")) {
      return Optional.of(Difference.Kind.CHARACTER_SET_REWRITTEN);
    }
    if (our.size() != their.size()) {
      return Optional.of(Difference.Kind.OTHER);
    }
    Set<Difference.Kind> kinds =
        IntStream.range(0, our.size())
            .mapToObj(i -> new ValueComparison(vr(ours), our.get(i), their.get(i)).kind())
            .flatMap(Optional::stream)
            .collect(Collectors.toSet());
    return kinds.size() > 1 ? Optional.of(Difference.Kind.OTHER) : kinds.stream().findFirst();
  }

  private static String vr(JsonNode attribute) {
    return attribute.path("vr").asString("");
  }

  /** Length and digest, which a peer may give as a BulkDataURI. */
  private static String binary(JsonNode attribute) {
    if (!attribute.has("InlineBinary")) {
      return attribute.path("BulkDataURI").asString("");
    }
    return Digests.of(Base64.getDecoder().decode(attribute.path("InlineBinary").asString()));
  }

  private static String digestOf(byte[] bytes) {
    return bytes.length == 0 ? "" : Digests.of(bytes);
  }
}
