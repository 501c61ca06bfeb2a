package org.dicomgateway.samples.wholeway;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.encoding.DataSetWriter;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.dimse.service.InstanceFile;

/** The same instance with another value, in a file of its own beside the first. */
final class ChangedInstance {
  private ChangedInstance() {}

  static InstanceFile of(InstanceFile file, Consumer<Attributes> change) throws IOException {
    Part10 part10 = Part10.read(file.file(), ReadOptions.IN_MEMORY);
    Attributes dataSet = part10.dataSet();
    change.accept(dataSet);
    Path target = file.file().resolveSibling("changed-" + file.file().getFileName());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
      out.write(Part10.header(file.sopClass(), file.sopInstance(), file.transferSyntax()));
      DataSetWriter.write(dataSet, part10.transferSyntax(), out);
    }
    return InstanceFile.read(target);
  }
}
