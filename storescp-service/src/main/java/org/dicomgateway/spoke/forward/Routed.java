package org.dicomgateway.spoke.forward;

import java.time.Instant;
import org.dicomgateway.spoke.spool.SpooledInstance;

/** An instance and where it goes, with the reason and when that was decided. */
record Routed(SpooledInstance instance, String destination, String reason, Instant at) {}
