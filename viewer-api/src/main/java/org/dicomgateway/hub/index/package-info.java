/**
 * What the hub holds, as SQL can find it: packs, studies, series and instances in SQLite or
 * PostgreSQL. It can be thrown away and rebuilt from the archive ({@code hub reindex}).
 *
 * <p>A pack is registered in one transaction ({@link org.dicomgateway.hub.index.PackIndex}), so
 * that readers ({@link org.dicomgateway.hub.index.InstanceIndex}, {@link
 * org.dicomgateway.hub.index.StudyList}) see whole instances only. Study and series attributes are
 * those of their first instance. An instance is known by its SOP Instance UID, wherever it came
 * from; a patient by issuer and ID, where the site is the issuer if the data set names none.
 *
 * <p>Next: {@code dicomweb} answers from here and reads the bytes from the archive.
 */
package org.dicomgateway.hub.index;
