/**
 * What the service tells of itself, kept for people: the last lines in memory, which the admin API
 * shows and follows, and more of them in {@code log/spoke.log} of the data folder, which is begun
 * anew at 10 MB and of which ten are kept.
 *
 * <p>Next: {@code admin}, which shows it.
 */
package org.dicomgateway.spoke.log;
