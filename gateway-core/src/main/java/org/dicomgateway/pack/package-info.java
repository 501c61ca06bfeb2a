/**
 * The pack: the unit on the wire and in object storage, one ZIP file with the instances of one
 * study, that any unzip opens and that outlives us.
 *
 * <pre>
 * &lt;SeriesInstanceUID&gt;/&lt;SOPInstanceUID&gt;.dcm   stored    a Part 10 file, one per instance
 * metadata.json                            deflated  array of {@link org.dicomgateway.pack.PackMetadata}
 * manifest.json                            stored    {@link org.dicomgateway.pack.PackManifest}, last entry
 * </pre>
 *
 * <p>Where a pack holds one SOP Instance UID twice in other bytes, the later entries are named
 * {@code <SOPInstanceUID>.<first 8 digits of the SHA-256>.dcm}. Entries have no comments and no
 * data descriptors, ZIP64 fields only where a value needs them (APPNOTE 6.3 §4.3), and the time of
 * the pack's creation in UTC. Limits: 256 MiB of JSON each, any number of instances.
 *
 * <p>An instance that was transcoded on the way has in the manifest, under {@code receivedAs},
 * other {@code transferSyntax} and {@code sha256} than its own, and {@code native} with {@code
 * length, vr, planarConfiguration}: with these, {@link
 * org.dicomgateway.codec.transcoding.Restoration} makes the file that was received of the one in
 * the pack. Without {@code native} both are the same file. {@code source} may tell when it was
 * transcoded ({@code preparedAt}).
 *
 * <p>The spoke lays packs out ({@link org.dicomgateway.pack.PackLayout}) without writing them; the
 * hub reads them by range ({@link org.dicomgateway.pack.PackReader}). Next: {@code transfer}.
 */
package org.dicomgateway.pack;
