package org.dicomgateway.dimse.pdu;

/** What answers a request for an association: acceptance or rejection. */
public sealed interface AssociateReply extends Pdu permits AAssociateAC, AAssociateRJ {}
