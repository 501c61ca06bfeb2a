package org.dicomgateway.spoke.route.rule;

/**
 * One rule of a file of routes. Immutable and thread-safe.
 *
 * @param line where it begins in the file, from 1
 * @param goesOn whether the rules after it are read too if it matches
 */
public record Rule(String name, int line, Condition when, Actions actions, boolean goesOn) {}
