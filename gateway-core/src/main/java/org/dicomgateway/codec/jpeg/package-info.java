/**
 * JPEG of 12 bits (ITU-T T.81), which neither the JDK nor the libraries we use decode, and which
 * browsers' decoders draw wrong.
 *
 * <p>Next: the hub's {@code reading}, which hands such frames out decoded.
 */
package org.dicomgateway.codec.jpeg;
