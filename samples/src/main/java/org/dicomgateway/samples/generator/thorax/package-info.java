/**
 * A thorax in Hounsfield units: organs as shapes in millimetres, painted over one another slice by
 * slice, then blurred and made noisy as a scanner would.
 *
 * <p>Coordinates are the patient's (PS3.3 §C.7.6.2.1.1): x grows to the left, y to the back, z to
 * the head; the origin lies in the middle of the body, 0 mm is the lowest slice. Everything follows
 * from a {@link org.dicomgateway.samples.generator.thorax.Build Build}: equal builds give equal
 * slices on every machine.
 *
 * <p>Next: {@code generator}, which puts the slices into DICOM files.
 */
package org.dicomgateway.samples.generator.thorax;
