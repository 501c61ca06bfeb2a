/**
 * Measurements against other software, on the same instances and the same machine.
 *
 * <p>Begin with {@link org.dicomgateway.samples.bench.IngestBench} (how fast instances are taken),
 * {@link org.dicomgateway.samples.bench.LineBench} (how fast a study passes a bad line), {@link
 * org.dicomgateway.samples.bench.UrgencyBench} (how soon an urgent one is there) or {@link
 * org.dicomgateway.samples.bench.CodecBench} (how fast and how small pixels are coded). Figures
 * stand in {@code docs/benchmarks.md}.
 *
 * <p>Next: {@code badline}, the line itself, and {@code services}.
 */
package org.dicomgateway.samples.bench;
