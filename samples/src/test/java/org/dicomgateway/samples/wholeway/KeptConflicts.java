package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Instances that a hub keeps beside others of the same SOP Instance UID, read from its folder. */
record KeptConflicts(Path hub) {

  /** Copies the DICOM files that are flagged under a UID out of the hub's packs. */
  List<Path> files(String sopInstance, Path folder) throws SQLException, IOException {
    List<Path> files = new ArrayList<>();
    try (Connection index = DriverManager.getConnection("jdbc:sqlite:" + hub.resolve("index.db"));
        PreparedStatement query =
            index.prepareStatement(
                "SELECT object_key, position, conflict.length FROM conflict"
                    + " JOIN pack USING (pack_key) WHERE sop_uid = ?")) {
      query.setString(1, sopInstance);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          Path file = folder.resolve(sopInstance + "-" + files.size() + ".dcm");
          copy(
              hub.resolve("objects").resolve(row.getString(1)),
              row.getLong(2),
              row.getLong(3),
              file);
          files.add(file);
        }
      }
    }
    return files;
  }

  private static void copy(Path pack, long position, long length, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(pack)) {
      in.skipNBytes(position);
      Files.write(file, in.readNBytes((int) length));
    }
  }
}
