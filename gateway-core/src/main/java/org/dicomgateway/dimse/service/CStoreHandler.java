package org.dicomgateway.dimse.service;

import java.io.IOException;

/** Takes the instances that peers send. */
@FunctionalInterface
public interface CStoreHandler {
  /**
   * Receives an instance, and tells what is left to be done before it is stored: that is done while
   * the next one is received, if the sender has agreed to have several under way.
   *
   * <p>Called by many threads at once, by one for each association.
   *
   * @param dataSet the data set's bytes as they come, without file meta information; good until
   *     this returns, what is not read then is dropped. Its {@code transferTo} is the fastest way.
   * @throws DicomServiceException to answer with that status; the association goes on
   * @throws IOException of the data set: to be passed on, the association is over; any other is
   *     answered with {@link Status#PROCESSING_FAILURE}
   */
  Completion store(CStoreRequest request, DataSetInputStream dataSet)
      throws DicomServiceException, IOException;
}
