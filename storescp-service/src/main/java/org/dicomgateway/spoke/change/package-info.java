/**
 * What rules set and remove in instances on their way out, and how that is written into a file.
 * What the spool holds is never changed. Pure: it knows files and data sets, no station.
 *
 * <p>Next: {@code route}, whose rules say what is changed, and the destinations, which send it.
 */
package org.dicomgateway.spoke.change;
