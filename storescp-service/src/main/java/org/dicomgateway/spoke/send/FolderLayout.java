package org.dicomgateway.spoke.send;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dicomgateway.dicom.data.Attributes;
import org.dicomgateway.dicom.data.Tag;
import org.dicomgateway.dicom.encoding.DicomParseException;
import org.dicomgateway.dicom.encoding.ReadOptions;
import org.dicomgateway.dicom.part10.Part10;
import org.dicomgateway.pack.InstanceIdentity;
import org.dicomgateway.spoke.destination.DestinationSettings.Layout;

/** Where in a folder an instance's file lies. */
final class FolderLayout {
  private static final String SUFFIX = ".dcm";

  /** Behind the series' description and number, and before anything large. */
  private static final ReadOptions HEADER = new ReadOptions(1 << 16, Tag.InstanceNumber);

  private FolderLayout() {}

  /** Relative to the folder. */
  static Path of(Layout layout, Parcel parcel) throws IOException {
    return switch (layout) {
      case UID -> byUid(parcel.instance().identity());
      case PATIENT -> byPatient(parcel.instance().identity(), header(parcel));
    };
  }

  private static Attributes header(Parcel parcel) throws IOException {
    try (InputStream file = new BufferedInputStream(parcel.look(), 1 << 16)) {
      return Part10.readLeniently(file, HEADER).part10().dataSet();
    } catch (DicomParseException e) {
      throw new UnreadableException("it is no DICOM file: " + e.getMessage(), e);
    }
  }

  private static Path byUid(InstanceIdentity identity) {
    return Path.of(
        FileNames.of(identity.studyInstanceUid(), "no study"),
        FileNames.of(identity.seriesInstanceUid(), "no series"),
        fileName(identity));
  }

  static Path byPatient(InstanceIdentity identity, Attributes header) {
    return Path.of(
        FileNames.of(text(header, Tag.PatientID), "no patient ID"),
        FileNames.of(
            joined(text(header, Tag.StudyDate), text(header, Tag.StudyDescription)),
            "study without date"),
        FileNames.of(
            joined(
                text(header, Tag.Modality),
                text(header, Tag.SeriesNumber),
                text(header, Tag.SeriesDescription)),
            "series without number"),
        fileName(identity));
  }

  /** Studies and series may share a folder; files never share a name. */
  private static String fileName(InstanceIdentity identity) {
    return FileNames.of(identity.sopInstanceUid(), "no UID") + SUFFIX;
  }

  private static String text(Attributes header, int tag) {
    return header.string(tag).orElse("").strip();
  }

  private static String joined(String... parts) {
    List<String> present = new ArrayList<>(List.of(parts));
    present.removeIf(String::isEmpty);
    return String.join(" ", present);
  }

  /** The name that a file gets if that of its instance is taken by other bytes. */
  static Path another(Path file, int number) {
    String name = file.getFileName().toString();
    return file.resolveSibling(
        "%s (%d)%s".formatted(name.substring(0, name.length() - SUFFIX.length()), number, SUFFIX));
  }
}
