/**
 * Files that people change while the spoke runs, such as routes: every version is kept with who,
 * when and why, the newest that can be used holds, and all that is wrong with one is told with its
 * line, its column and what to write instead.
 *
 * <pre>
 * VersionedFile  routes/000007.yaml, never changed
 * NodeReader     parts of the text ─▶ Problems ─▶ an UnusableTextException of the file's own
 * </pre>
 */
package org.dicomgateway.spoke.versions;
