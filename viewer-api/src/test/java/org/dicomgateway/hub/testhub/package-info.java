/** A hub for tests: the real index, stores and web server, filled from files without a spoke. */
package org.dicomgateway.hub.testhub;
