/**
 * What the commands of both services share: asking a running service over HTTP ({@link
 * org.dicomgateway.console.ServiceApi}) and showing people its answer on 80 columns.
 *
 * <p>Knows nothing of a framework, so that a command is there at once. Next: {@code cli} of the
 * service.
 */
package org.dicomgateway.console;
