/**
 * Whom a service lets administer it: from another machine whoever has its token, which is in a file
 * ({@link org.dicomgateway.token.AdminToken}); on loopback whoever asks by a name of this machine
 * ({@link org.dicomgateway.token.OwnNames}).
 *
 * <p>Next: {@code admin} of the service, whose gates ask here.
 */
package org.dicomgateway.token;
