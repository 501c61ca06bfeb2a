package org.dicomgateway.codec.jpeg;

/**
 * A decoded image of one component.
 *
 * @param precision bits of a sample: 8 or 12
 * @param samples unsigned, row by row
 */
public record GrayImage(int columns, int rows, int precision, short[] samples) {}
