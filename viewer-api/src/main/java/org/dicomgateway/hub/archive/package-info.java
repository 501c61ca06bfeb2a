/**
 * The truth about what the hub holds: packs as immutable objects {@code
 * <site>/<StudyInstanceUID>/<pack id>.zip}, which need no database to be understood.
 *
 * <p>Next: {@code index} makes them findable; {@code dicomweb} reads them by range.
 */
package org.dicomgateway.hub.archive;
