/**
 * DIMSE services over an association (PS3.7): C-ECHO and C-STORE, either side, and the statuses
 * they end in.
 *
 * <p>Begin with {@link org.dicomgateway.dimse.service.ServiceClassProvider}, which serves an
 * accepted association, and {@link org.dicomgateway.dimse.service.CStoreHandler}, which takes the
 * instances.
 *
 * <p>Next: {@code receive} of the spoke makes durable what comes.
 */
package org.dicomgateway.dimse.service;
