package org.dicomgateway.samples.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dicomgateway.dicom.data.ByteRange;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.data.UID;
import org.dicomgateway.dicom.data.Value;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleStudiesTest {
  @TempDir Path folder;

  @Test
  void studiesDifferInPatientStudyAndInstance() {
    List<SampleStudy> studies = SampleStudy.first(9);

    assertThat(studies).extracting(study -> study.patient().id()).doesNotHaveDuplicates();
    assertThat(studies).extracting(study -> study.uid("study")).doesNotHaveDuplicates();
    assertThat(studies).extracting(SampleStudy::accessionNumber).doesNotHaveDuplicates();
  }

  @Test
  void uidsAreValidAndLastForever() {
    assertThat(SampleStudy.first(1).getFirst().uid("study"))
        .isEqualTo("2.25.292161544514142713160289644885751636682")
        .matches("2\\.25\\.(0|[1-9][0-9]*)")
        .hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void electrocardiogramHoldsThePdfItSays() throws Exception {
    new Electrocardiogram(SampleStudy.first(3).get(2)).write(folder);

    Part10 file = Part10.read(folder.resolve("ECG0001.dcm"), ReadOptions.IN_MEMORY);
    byte[] document = file.dataSet().bytes(Tag.EncapsulatedDocument).orElseThrow();
    assertThat(document).startsWith('%', 'P', 'D', 'F');
    assertThat(file.dataSet().string(Tag.PatientName)).contains("LÊ^HOÀNG MINH ĐỨC");
  }

  @Test
  void clipHasAJpegInEveryFrameWhereTheOffsetTableSays() throws Exception {
    Path clip = folder.resolve("clip.dcm");
    var header = StudyHeader.of(SampleStudy.first(2).get(1), UID.CTImageStorage, 1, "");
    byte[] jpeg = JpegBaseline.encode(new int[16 * 16], 16, 16);
    InstanceFile.write(clip, header, UID.JPEGBaseline8Bit, List.of(jpeg, jpeg, jpeg));

    Part10 file = Part10.read(clip, ReadOptions.WHOLE);
    var pixels = (Value.Fragments) file.dataSet().element(Tag.PixelData).orElseThrow().value();
    byte[] bytes = Files.readAllBytes(clip);
    assertThat(pixels.basicOffsetTable().length()).isEqualTo(12);
    assertThat(pixels.fragments()).hasSize(3);
    for (ByteRange fragment : pixels.fragments()) {
      assertThat(bytes[(int) fragment.offset()]).isEqualTo((byte) 0xFF);
      assertThat(bytes[(int) fragment.offset() + 1]).isEqualTo((byte) 0xD8);
    }
  }
}
