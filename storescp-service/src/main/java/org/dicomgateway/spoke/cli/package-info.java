/**
 * What operators type at a spoke: serving; {@code queue}, {@code status}, {@code trace}, {@code
 * retry}, {@code pause} and {@code resume}, which ask the spoke that runs by its admin API; and the
 * modality engineer's {@code echo}, {@code send} and {@code dump}. A class a command; each prints
 * and returns an {@link org.dicomgateway.console.ExitCode}.
 *
 * <p>Next: {@code config} puts a spoke together.
 */
package org.dicomgateway.spoke.cli;
