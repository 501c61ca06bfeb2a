/**
 * Who sends to this spoke: the modalities that people made known, by AE title and address; when
 * each was last heard; and what becomes of those that nobody knows.
 *
 * <pre>
 * modalities/000003.yaml ─▶ Modalities ─▶ refuses an association ({@code receive}), holds instances ({@code route})
 * heard.json             ◀─ HeardLog   ◀─ who called, what was stored
 * </pre>
 *
 * <p>Next: {@code receive}, which asks here before it accepts.
 */
package org.dicomgateway.spoke.modality;
