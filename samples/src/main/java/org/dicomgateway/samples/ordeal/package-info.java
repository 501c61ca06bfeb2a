/**
 * What the way from modality to hub has to bear, and the proof that nothing was lost on it: {@link
 * org.dicomgateway.samples.ordeal.CutLine} breaks the line under a study, {@link
 * org.dicomgateway.samples.ordeal.Attack} kills both ends, fills the spool's disk and deletes the
 * databases. {@link org.dicomgateway.samples.ordeal.HubContents} then holds what the hub has
 * against what was acknowledged. The large ones are commands ({@code bench cuts}, {@code bench
 * attack}), the small ones tests; both print their seeds.
 *
 * <p>Next: {@code services} and {@code badline}, which they are made of.
 */
package org.dicomgateway.samples.ordeal;
