/**
 * Tests of the whole way: hub and spoke as processes, other people's software as senders and as
 * judges of what comes back.
 */
package org.dicomgateway.samples.wholeway;
