/**
 * What a service asks those who administer it from another machine for: one token, in a file.
 *
 * <p>Next: {@code admin} of the service, whose gate asks here.
 */
package org.dicomgateway.token;
