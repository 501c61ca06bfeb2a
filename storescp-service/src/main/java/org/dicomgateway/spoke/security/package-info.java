/**
 * Who may use the admin API from elsewhere: whoever has the one token that lies in a file.
 *
 * <p>Next: {@code admin}, whose gate asks here.
 */
package org.dicomgateway.spoke.security;
