/**
 * What is typed: {@code demo}, {@code generate}, {@code bench}.
 *
 * <p>Next: {@code demo} and {@code generator}, which do the work.
 */
package org.dicomgateway.samples.cli;
