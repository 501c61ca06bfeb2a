/**
 * Measurements against other software, on the same instances and the same machine.
 *
 * <p>Begin with {@link org.dicomgateway.samples.bench.IngestBench}. Figures stand in {@code
 * docs/benchmarks.md}.
 */
package org.dicomgateway.samples.bench;
