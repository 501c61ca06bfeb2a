/**
 * What the standard calls things: data elements with their value representations, unique
 * identifiers and the facts of transfer syntaxes (PS3.6, PS3.7 Annex E).
 *
 * <p>The tables are the data dictionary of DICOM 2025e, generated from DCMTK 3.7.0 and pydicom
 * 3.0.2; {@code docs/decisions/0007-generated-dictionary.md} says how, and how to take a newer
 * edition. They are read when something is first looked up, and then stay in memory.
 *
 * <p>Next: {@link org.dicomgateway.dicom.encoding}, which asks here for the representations that
 * Implicit VR does not write.
 */
package org.dicomgateway.dicom.dictionary;
