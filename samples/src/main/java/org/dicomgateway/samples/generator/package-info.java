/**
 * Sample studies for whoever has none: a CT of the chest, an ultrasound clip of the heart, an
 * electrocardiogram as PDF, of patients and hospitals that do not exist. The same number of studies
 * always gives the same files, byte for byte.
 *
 * <p>Next: {@code demo}, which sends them.
 */
package org.dicomgateway.samples.generator;
