/**
 * What a browser keeps that has shown the admin token once.
 *
 * <p>Next: {@code admin}, whose gate asks here.
 */
package org.dicomgateway.spoke.security;
