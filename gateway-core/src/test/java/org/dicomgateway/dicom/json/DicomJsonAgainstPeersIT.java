package org.dicomgateway.dicom.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Element;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.testdata.Digests;
import org.dicomgateway.testdata.Pydicom;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Our DICOM JSON of every real file equals that of pydicom and DCMTK, but for what {@code
 * known-differences.tsv} lists. A line there that does not occur any more is an error, too.
 */
class DicomJsonAgainstPeersIT {
  private static final String PIXEL_DATA = "7FE00010";

  private interface Peer {
    PeerAnswer print(Path file, Part10 part10) throws Exception;
  }

  @Test
  void equalsPydicomsButForWhatIsListed() throws Exception {
    Map<Path, List<String>> printed = Pydicom.run("dicom_json.py", RealData.soundFiles());
    compareAll("pydicom", (file, part10) -> pydicoms(printed.get(file).getFirst()));
  }

  @Test
  void equalsDcmtksButForWhatIsListed() throws Exception {
    compareAll("dcm2json", Dcm2json::print);
  }

  private static PeerAnswer pydicoms(String line) {
    return line.startsWith("X ") ? new PeerAnswer.Refusal(line) : PeerAnswer.ofJson(line);
  }

  private static void compareAll(String name, Peer peer) throws Exception {
    List<Path> files = RealData.soundFiles();
    List<Difference> found = Collections.synchronizedList(new ArrayList<>());
    AtomicInteger attributes = new AtomicInteger();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<?>> comparisons = new ArrayList<>();
      for (Path file : files) {
        comparisons.add(threads.submit(() -> compare(file, peer, found, attributes)));
      }
      for (Future<?> comparison : comparisons) {
        comparison.get();
      }
    }
    report(name, files.size(), attributes.get(), found);
    if (!files.isEmpty()) {
      KnownDifferences known = KnownDifferences.with(name);
      assertThat(known.unlisted(found)).as("differences that are not listed").isEmpty();
      assertThat(known.noLongerFound(found)).as("listed, but not found").isEmpty();
    }
  }

  private static Void compare(
      Path file, Peer peer, List<Difference> found, AtomicInteger attributes) throws Exception {
    String name = RealData.name(file);
    Part10.Reading reading = Part10.readLeniently(file, ReadOptions.IN_MEMORY);
    Part10 part10 = reading.part10();
    reading
        .damage()
        .map(e -> new Difference(name, "-", Difference.Kind.DAMAGED, e.getMessage(), "read"))
        .ifPresent(found::add);
    switch (peer.print(file, part10)) {
      case PeerAnswer.Refusal(String reason) ->
          found.add(new Difference(name, "-", Difference.Kind.REFUSED, "printed", reason));
      case PeerAnswer.Json(JsonNode theirs) -> {
        byte[] utf8 = DicomJson.bytes(part10.dataSet(), (path, element) -> digest(file, element));
        ObjectNode ours = (ObjectNode) PeerAnswer.MAPPER.readTree(utf8);
        if (!theirs.has(PIXEL_DATA) && ours.path(PIXEL_DATA).has("BulkDataURI")) {
          ours.remove(
              ours.propertyNames().stream().filter(tag -> tag.compareTo(PIXEL_DATA) >= 0).toList());
        }
        DataSetComparison comparison = new DataSetComparison(name);
        comparison.compare("", part10.dataSet(), ours, theirs);
        found.addAll(comparison.differences());
        attributes.addAndGet(comparison.attributes());
      }
    }
    return null;
  }

  /** Encapsulated pixel data as pydicom takes it: with the headers of its items. */
  private static Optional<String> digest(Path file, Element element) {
    Value.Fragments fragments = (Value.Fragments) element.value();
    long start = fragments.basicOffsetTable().offset() - 8;
    long end = fragments.fragments().getLast().end();
    try {
      ByteRange items = new ByteRange(start, end - start);
      return Optional.of(Digests.of(BulkDataSource.of(file), List.of(items)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void report(String peer, int files, int attributes, List<Difference> found) {
    Map<Difference.Kind, Integer> counts = new EnumMap<>(Difference.Kind.class);
    found.forEach(difference -> counts.merge(difference.kind(), 1, Integer::sum));
    System.out.printf(
        "DICOM JSON against %s: %d files, %d attributes, different: %s%n",
        peer, files, attributes, counts);
  }
}
