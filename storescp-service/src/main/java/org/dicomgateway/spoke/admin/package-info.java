/**
 * What people, scripts and monitoring see of the spoke and can do to it, over HTTP: {@code /api},
 * which the commands use, and the status page at {@code /}. On loopback unless told otherwise; who
 * asks from elsewhere has to show a token.
 *
 * <pre>
 * GET  /api/status                     line, disk, backlog, packs on their way, parked instances
 * GET  /api/queue                      what is not at the hub yet, by study
 * GET  /api/studies/{study}/trace      every step of a study, here and at the hub
 * POST /api/retry?study=&amp;instance=     parked instances are sent after all; without both: all
 * POST /api/sending/pause              nothing is sent until resume, also after a restart
 * POST /api/sending/resume
 * GET  /api/modalities                 who sends, when heard last; POST adds, DELETE …/{name} removes
 * POST /api/modalities/{name}/test     C-ECHO to it
 * PUT  /api/modalities/unknown?policy= accept, hold or refuse those that are not known
 * GET  /api/log                        what the spoke told last; …/follow as server-sent events
 * GET  /api/openapi.json               all of /api, described as OpenAPI 3.1
 * POST /api/doctor?image=              whether all is there; sends a test image if image is true
 * GET, POST /login                     shows the page to whoever knows the token
 * GET  /, /events                      the status page, and what changes of it as server-sent events
 * </pre>
 *
 * <p>Errors are problem details (RFC 9457). Every answer says by {@code Gateway-Service: spoke} who
 * gives it. What changes something is refused when another site's page asks for it.
 *
 * <p>Next: {@code forward}, whose door this is.
 */
package org.dicomgateway.spoke.admin;
