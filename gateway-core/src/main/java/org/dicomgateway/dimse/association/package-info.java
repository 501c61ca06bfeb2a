/**
 * Associations (PS3.8): how they are asked for, negotiated, kept and ended.
 *
 * <p>{@link org.dicomgateway.dimse.association.Negotiation} decides and does nothing else; {@link
 * org.dicomgateway.dimse.association.AssociationState} is the standard's state table as data;
 * {@link org.dicomgateway.dimse.association.Association} runs it over one connection in plain
 * blocking code; acceptor and requestor bring connections up, one virtual thread each.
 *
 * <p>Next: {@code dimse.service} speaks DIMSE over an association.
 */
package org.dicomgateway.dimse.association;
