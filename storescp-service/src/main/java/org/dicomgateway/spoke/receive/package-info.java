/**
 * Takes instances over DICOM: acknowledges one when the spool has it for good, and only then hands
 * it on. What cannot be told apart from others is refused with the reason; whatever else is wrong
 * with an instance, it is kept as it came.
 *
 * <p>Next: {@code spool}.
 */
package org.dicomgateway.spoke.receive;
