package org.dicomgateway.spoke.destination;

import java.util.List;
import org.dicomgateway.spoke.versions.Problem;
import org.dicomgateway.spoke.versions.UnusableTextException;

/** A file of destinations that cannot be used; nothing of it is. */
public final class DestinationFileException extends UnusableTextException {
  DestinationFileException(List<Problem> problems) {
    super(problems);
  }
}
