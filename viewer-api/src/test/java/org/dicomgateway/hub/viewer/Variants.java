package org.dicomgateway.hub.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dicomgateway.testdata.Pydicom;

/** Files as series of one study, each beside the same image decoded by another toolkit. */
final class Variants {

  /** Of 255: what rounding in a transform may make of a pixel, and of all in the mean. */
  private static final int PIXEL_TOLERANCE = 3;

  private static final double MEAN_TOLERANCE = 0.05;

  private final Viewer viewer;
  private final String study;
  private final Map<Path, List<String>> references;
  private final List<Path> added = new ArrayList<>();

  Variants(Viewer viewer, String study, List<Path> compared) throws IOException {
    this.viewer = viewer;
    this.study = study;
    this.references = Pydicom.run("reference.py", compared);
  }

  OhifPage open(List<Path> files) throws IOException {
    for (Path file : files) {
      add(file);
      if (references.containsKey(file)) {
        add(reference(file));
      }
    }
    return viewer.open(study);
  }

  String add(Path file) throws IOException {
    if (!added.contains(file)) {
      added.add(file);
      viewer.hub().addAs(study, series(file), file);
    }
    return series(file);
  }

  String series(Path file) {
    return study + "." + (added.indexOf(file) + 1) + ".0";
  }

  private Path reference(Path file) {
    String reference = references.get(file).getFirst();
    assertThat(reference).as("reference of " + file).doesNotStartWith("X ");
    return Path.of(reference);
  }

  /** For images that every decoder makes the same pixels of. */
  void compareExactly(OhifPage ohif, Path file) {
    assertThat(ohif.show(series(file))).isEqualTo(drawnReference(ohif, file));
  }

  /** For images whose decoding or conversion to RGB rounds. */
  void compareClosely(OhifPage ohif, Path file) {
    Drawing ours = ohif.show(series(file));
    Drawing reference = drawnReference(ohif, file);
    assertThat(ours.meanDifference(reference)).isLessThan(MEAN_TOLERANCE);
    assertThat(ours.largestDifference(reference)).isLessThanOrEqualTo(PIXEL_TOLERANCE);
  }

  private Drawing drawnReference(OhifPage ohif, Path file) {
    Drawing reference = ohif.show(series(reference(file)));
    assertThat(reference.litShare()).isPositive();
    return reference;
  }
}
