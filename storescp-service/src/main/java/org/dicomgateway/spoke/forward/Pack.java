package org.dicomgateway.spoke.forward;

import java.time.Instant;
import java.util.List;

/**
 * What is sent together.
 *
 * @param id UUIDv7, the pack's name everywhere
 * @param instances spool ids in the order of receipt
 * @param bytes of the instances, about what is to be sent
 */
record Pack(
    String id,
    String study,
    Instant created,
    Precedence precedence,
    List<String> instances,
    long bytes) {}
