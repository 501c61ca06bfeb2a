/**
 * A bad line in a box: a TCP proxy that shows its users what a slow, long, lossy, breaking line
 * does to them.
 *
 * <pre>
 *          taken      Window          Lane            Flight            given
 * client ════════▶ may more be ─▶ one after the ─▶ delay, jitter, ─▶ in order ════════▶ server
 *                  on its way?    other, at rate    stalls
 * </pre>
 *
 * <p>A {@link org.dicomgateway.samples.badline.LineQuality} says how bad the line is, a {@link
 * org.dicomgateway.samples.badline.CutSchedule} when it breaks, a {@link
 * org.dicomgateway.samples.badline.Cut} how. Begin with {@link
 * org.dicomgateway.samples.badline.BadLine}. The times are made by small classes that know no
 * socket; everything left to chance follows a seed, as far as the order of what the network brings
 * allows.
 *
 * <p>What it does not show: the loss of a segment costs time here and not a smaller congestion
 * window, and a sender's kernel gets its acknowledgements at once, so a sender that waits for them
 * (Nagle's algorithm) fares better than on a real line.
 *
 * <p>Next: {@code bench}, which measures over it, and the tests of the whole way.
 */
package org.dicomgateway.samples.badline;
