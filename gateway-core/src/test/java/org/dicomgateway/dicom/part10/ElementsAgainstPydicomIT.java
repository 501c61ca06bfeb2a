package org.dicomgateway.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.testdata.Pydicom;
import org.dicomgateway.testdata.RealData;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ElementsAgainstPydicomIT {

  @TestFactory
  Stream<DynamicTest> theElementsAreThoseThatPydicomReads() throws IOException {
    return Pydicom.run("elements.py", RealData.soundFiles()).entrySet().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    RealData.name(file.getKey()), () -> compare(file.getKey(), file.getValue())));
  }

  private static void compare(Path file, List<String> lines) throws IOException {
    List<ListedElement> theirs = lines.stream().map(ListedElement::parse).toList();
    List<ListedElement> ours = list(file);
    Collection<String> opaque = ListedElement.sequencesThatOneSideDoesNotKnow(ours, theirs);
    assertThat(comparable(ours, opaque))
        .usingElementComparator(ListedElement::compare)
        .containsExactlyElementsOf(comparable(theirs, opaque));
  }

  private static List<ListedElement> list(Path file) throws IOException {
    Part10 part10 = Part10.readLeniently(file, ReadOptions.WHOLE).part10();
    List<ListedElement> elements = new ArrayList<>();
    ListedElement.addTo(elements, "", part10.dataSet(), Inflated.source(file, part10));
    return elements;
  }

  private static List<ListedElement> comparable(
      List<ListedElement> elements, Collection<String> opaque) {
    return elements.stream()
        .filter(element -> opaque.stream().noneMatch(element.path()::startsWith))
        .toList();
  }
}
