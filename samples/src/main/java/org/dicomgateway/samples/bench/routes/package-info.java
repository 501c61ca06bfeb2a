/**
 * How long rules take to decide an instance, measured by JMH in this process: the only measurement
 * for which a spoke's own classes are on the class path.
 */
package org.dicomgateway.samples.bench.routes;
