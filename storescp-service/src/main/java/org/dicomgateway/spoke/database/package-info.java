/**
 * SQLite files that remember what becomes of the spool's instances: queues, and what was decided.
 * What comes fast is written in batches ({@link org.dicomgateway.spoke.database.Inbox}).
 *
 * <p>None is a truth of its own: what is lost of one is rebuilt from the spool.
 */
package org.dicomgateway.spoke.database;
