package org.dicomgateway.samples.ordeal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.BulkDataSource;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.VR;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.service.InstanceFile;
import org.dicomgateway.samples.generator.SampleStudies;

/** CT slices, ultrasound clips and reports in studies of a hundred, and a large clip. */
final class MixedInstances {
  private static final int STUDY = 100;
  private static final int SAMPLES = 3;
  private static final double CT_SHARE = 0.97;
  private static final int CLIP_SIDE = 1024;
  private static final int CLIP_FRAME = 2 * CLIP_SIDE * CLIP_SIDE;

  private final SplittableRandom random;
  private final String root;

  /** The same seed writes the same instances. */
  MixedInstances(long seed) {
    this.random = new SplittableRandom(seed);
    this.root = "2.25." + (seed & Long.MAX_VALUE);
  }

  /**
   * Writes instances in the order in which they are to be sent.
   *
   * @param clipMegabytes of the large clip, which is one of them
   */
  List<InstanceFile> write(int count, int clipMegabytes, Path folder) throws IOException {
    Path samples = folder.resolve("samples");
    SampleStudies.write(samples, SAMPLES, _ -> {});
    List<Path> slices = files(samples).filter(MixedInstances::isCt).toList();
    List<Path> others = files(samples).filter(file -> !isCt(file)).toList();
    List<InstanceFile> written = new ArrayList<>();
    for (int number = 1; number < count; number++) {
      boolean isCt = random.nextDouble() < CT_SHARE;
      Path original =
          isCt ? slices.get(number % slices.size()) : others.get(random.nextInt(others.size()));
      written.add(copy(original, number, folder.resolve("%05d.dcm".formatted(number))));
    }
    int frames = Math.max(2, Math.ceilDiv(clipMegabytes * 1_000_000, CLIP_FRAME));
    SyntheticSeries clip = new SyntheticSeries(root + ".9", CLIP_SIDE, CLIP_SIDE, frames);
    written.addAll(written.size() / 2, clip.write(folder.resolve("clip"), 1));
    return written;
  }

  private static Stream<Path> files(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).sorted().toList().stream();
    }
  }

  private static boolean isCt(Path file) {
    return file.getFileName().toString().startsWith("CT");
  }

  private InstanceFile copy(Path original, int number, Path file) throws IOException {
    Part10 part10 = Part10.read(original, ReadOptions.WHOLE);
    Attributes dataSet = part10.dataSet();
    String study = root + ".1." + number / STUDY;
    String instance = study + "." + number;
    dataSet.setString(Tag.StudyInstanceUID, VR.UI, study);
    dataSet.setString(Tag.SeriesInstanceUID, VR.UI, study + (isCt(original) ? ".1" : ".2"));
    dataSet.setString(Tag.SOPInstanceUID, VR.UI, instance);
    dataSet.setString(Tag.PatientID, VR.LO, "P" + number / STUDY);
    dataSet.setString(Tag.PatientName, VR.PN, "THỬ NGHIỆM^" + number / STUDY);
    String sopClass = dataSet.string(Tag.SOPClassUID).orElseThrow();
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(Part10.header(sopClass, instance, part10.transferSyntax().uid()));
      DataSetWriter.write(dataSet, part10.transferSyntax(), out, BulkDataSource.of(original));
    }
    return InstanceFile.read(file);
  }
}
