/**
 * Bytes of the DICOM upper layer (PS3.8 §9.3): one record per protocol data unit and item, each of
 * which decodes and encodes itself, and a reader and a writer over streams. No sockets here, no
 * waiting, no decisions.
 *
 * <p>Next: {@code dimse.association} negotiates and keeps the state of a connection.
 */
package org.dicomgateway.dimse.pdu;
