package org.dicomgateway.spoke.forward;

import org.dicomgateway.spoke.spool.SpooledInstance;

/** An instance and where it goes, with the reason. */
record Routed(SpooledInstance instance, String destination, String reason) {}
