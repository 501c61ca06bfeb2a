package org.dicomgateway.spoke.send;

import org.dicomgateway.spoke.destination.Backoff;

/** What all desks of a destination share. */
record Office(
    String destination,
    SendQueue queue,
    Outbox outbox,
    Contents contents,
    Flow flow,
    Reachability reachability,
    Backoff backoff,
    SendMetrics metrics) {}
