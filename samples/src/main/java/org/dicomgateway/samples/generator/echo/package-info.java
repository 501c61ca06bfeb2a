/**
 * A beating heart under ultrasound: the four-chamber view as moving shapes, scatterers that move
 * with the tissue, pulses that blur them into speckle, colour where blood flows.
 *
 * <p>Lengths are millimetres: u to the right of the image, v down from the probe. Time is the
 * beat's phase, from 0 (the ventricles begin to contract) to 1. Equal seeds give equal pictures.
 *
 * <p>Next: {@code generator}, which puts the pictures into a DICOM file.
 */
package org.dicomgateway.samples.generator.echo;
