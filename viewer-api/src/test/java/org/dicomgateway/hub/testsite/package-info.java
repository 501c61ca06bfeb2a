/** A site for tests: packs, a client of tus, and a whole hub in this JVM to send to. */
package org.dicomgateway.hub.testsite;
