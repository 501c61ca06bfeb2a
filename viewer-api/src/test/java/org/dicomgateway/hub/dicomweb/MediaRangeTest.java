package org.dicomgateway.hub.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRangeTest {
  private static final String JPEG_LS = "1.2.840.10008.1.2.4.80";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/related; type=application/octet-stream; transfer-syntax=*",
        "multipart/related; type=\"application/octet-stream\"; transfer-syntax=\"*\"",
        "multipart/related;type=\"application/octet-stream\";transfer-syntax=" + JPEG_LS,
        "Multipart/Related; TYPE=application/octet-stream",
        "text/html, multipart/related; transfer-syntax=*",
      })
  void takesFramesInEverySpelling(String header) {
    assertThat(MediaRange.parse(header))
        .anyMatch(range -> range.includesParts("application/octet-stream", JPEG_LS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/related; type=image/jp2; transfer-syntax=*",
        "multipart/related; type=application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1",
        "multipart/related; type=application/octet-stream; q=0",
        "application/octet-stream",
      })
  void refusesWhatWasNotAskedFor(String header) {
    assertThat(MediaRange.parse(header))
        .noneMatch(range -> range.includesParts("application/octet-stream", JPEG_LS));
  }

  @Test
  void putsTheMostWantedFirst() {
    List<MediaRange> ranges =
        MediaRange.parse("text/html;q=0.2, */*;q=0.1, application/dicom+json, image/png;q=0");

    assertThat(ranges)
        .extracting(MediaRange::type)
        .containsExactly("application/dicom+json", "text/html", "*/*");
  }

  @Test
  void splitsAtNoCommaWithinQuotes() {
    List<MediaRange> ranges = MediaRange.parse("a/b; x=\"1,2;3\", c/d");

    assertThat(ranges).hasSize(2);
    assertThat(ranges.getFirst().parameters()).containsEntry("x", "1,2;3");
  }
}
