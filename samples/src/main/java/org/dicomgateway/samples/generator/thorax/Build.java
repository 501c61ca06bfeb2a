package org.dicomgateway.samples.generator.thorax;

/**
 * What tells one patient's chest from another's.
 *
 * @param seed of everything that is left to chance
 * @param girth factor on the width of the body, about 0.9 to 1.1
 * @param fat millimetres of fat under the skin, about 6 to 25
 * @param nodule radius in millimetres of a nodule in the right upper lobe; 0 for none
 */
public record Build(long seed, double girth, double fat, double nodule) {}
