/**
 * Hub and spoke as processes of this machine: started from their jars, known to serve by the line
 * they print, stopped or killed by their process.
 *
 * <p>Next: {@code demo}, and the tests of the whole way, which build on this.
 */
package org.dicomgateway.samples.services;
