/**
 * SQLite files that remember what becomes of the spool's instances: queues, and what was decided.
 *
 * <p>None is a truth of its own: what is lost of one is rebuilt from the spool.
 */
package org.dicomgateway.spoke.database;
