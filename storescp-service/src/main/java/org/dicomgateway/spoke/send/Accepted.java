package org.dicomgateway.spoke.send;

import java.time.Instant;
import org.dicomgateway.spoke.destination.Dispatch;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** An instance, and when it was taken over. */
record Accepted(SpooledInstance instance, Dispatch dispatch, Instant at) {}
