package org.dicomgateway.spoke.route.rule;

import java.util.List;
import org.dicomgateway.spoke.versions.Problem;
import org.dicomgateway.spoke.versions.UnusableTextException;

/** A file of routes that cannot be used; nothing of it is. */
public final class RouteFileException extends UnusableTextException {
  RouteFileException(List<Problem> problems) {
    super(problems);
  }
}
