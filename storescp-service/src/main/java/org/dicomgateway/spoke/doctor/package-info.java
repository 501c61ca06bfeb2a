/**
 * Looks whether everything a spoke needs is there, and says of what is not what to do: disk, ports,
 * names, clock, certificates, destinations, what waits, and a test image on the whole way. Each
 * check is a class; which are made, {@code config} says: those that need the running service are
 * left out while it does not run.
 *
 * <p>Next: {@code admin}, which is asked for it, and {@code cli}, which asks or looks itself.
 */
package org.dicomgateway.spoke.doctor;
