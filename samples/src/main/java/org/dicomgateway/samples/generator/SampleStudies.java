package org.dicomgateway.samples.generator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Makes sample studies. */
public final class SampleStudies {
  /** One study of each kind. */
  public static final int DEFAULT_COUNT = 3;

  /** Of a whole CT. */
  public static final int SLICES = ChestCt.SLICES;

  private static final SampleStudy ULTRASOUND = SampleStudy.first(2).getLast();

  /** Study Instance UID of the {@link #writeUltrasoundImages ultrasound images}. */
  public static final String ULTRASOUND_STUDY = ULTRASOUND.uid("study");

  private SampleStudies() {}

  /** Writes images of one ultrasound study; returns their files in the order of their making. */
  public static List<Path> writeUltrasoundImages(Path folder, int count) throws IOException {
    return new Echocardiography(ULTRASOUND).writeImages(folder, count);
  }

  /**
   * Writes a folder of DICOM files for each study.
   *
   * @param count studies to make, from 1
   * @param made is told of each study when it is written, in Vietnamese
   */
  public static void write(Path folder, int count, Consumer<String> made) throws IOException {
    write(folder, count, SLICES, made);
  }

  /**
   * Likewise.
   *
   * @param slices of each CT, from the head down, 1 to {@value #SLICES}
   */
  public static void write(Path folder, int count, int slices, Consumer<String> made)
      throws IOException {
    List<SampleStudy> studies = SampleStudy.first(count);
    for (SampleStudy study : studies) {
      Path own = folder.resolve("%02d-%s".formatted(study.number() + 1, study.kind().modality));
      switch (study.kind()) {
        case CHEST_CT -> new ChestCt(study).write(own, slices);
        case ECHOCARDIOGRAPHY -> new Echocardiography(study).write(own);
        case ELECTROCARDIOGRAM -> new Electrocardiogram(study).write(own);
      }
      made.accept(
          "%s  %s  %s, %s"
              .formatted(
                  study.kind().modality,
                  study.patient().name().replace('^', ' '),
                  study.kind().description,
                  study.hospital().name()));
    }
  }
}
