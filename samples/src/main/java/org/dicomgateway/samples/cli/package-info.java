/**
 * What is typed: {@code demo}, {@code generate}, {@code badline}, {@code bench}.
 *
 * <p>Next: {@code demo}, {@code generator}, {@code badline} and {@code bench}, which do the work.
 */
package org.dicomgateway.samples.cli;
