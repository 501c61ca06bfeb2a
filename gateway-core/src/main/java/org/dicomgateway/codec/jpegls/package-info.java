/**
 * JPEG-LS (ISO/IEC 14495-1, which is ITU-T T.87) of one frame: written without loss, read with and
 * without. DICOM has it as transfer syntaxes 1.2.840.10008.1.2.4.80 and .81 (PS3.5 §8.2.3, A.4.3).
 *
 * <p>Where the standard's parts are: markers and their segments (Annex C) in {@link
 * org.dicomgateway.codec.jpegls.JpegLsEncoder} and {@code Headers}; parameters and their defaults
 * (A.2.1, C.2.4.1.1) in {@code CodingParameters} and {@code PresetParameters}; contexts, prediction
 * and learning in regular mode (A.3, A.4, A.6) in {@code Contexts}; the samples that end runs
 * (A.7.2) in {@code RunContexts}; Golomb codes and stuffed bits (A.1, A.5.3) in {@code BitWriter}
 * and {@code BitReader}; a line from end to end, with its runs (A.7.1), in {@code LineEncoder} and
 * {@code LineDecoder}; scans of several components (Annex B) in {@code ScanDecoder} and {@code
 * PixelDecoder}.
 *
 * <p>Colour is written interleaved by lines. Not read: palettes, subsampled components, more than
 * four components, frames of more than 65535 rows or columns; DICOM has none of these; nor
 * Hewlett-Packard's colour transforms, which are refused and not drawn in wrong colours.
 *
 * <p>Next: {@code codec/transcoding}, which makes Part 10 files of such frames.
 */
package org.dicomgateway.codec.jpegls;
