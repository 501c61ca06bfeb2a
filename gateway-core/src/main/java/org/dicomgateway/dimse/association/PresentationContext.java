package org.dicomgateway.dimse.association;

/**
 * What may be sent under a number: an accepted presentation context (PS3.8 §7.1.1.13).
 *
 * @param id odd, 1 to 255
 * @param abstractSyntax SOP Class UID
 */
public record PresentationContext(int id, String abstractSyntax, String transferSyntax) {}
