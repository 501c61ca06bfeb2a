/**
 * What the commands of both services share: asking a running service over HTTP ({@link
 * org.dicomgateway.console.Inquiry}, {@link org.dicomgateway.console.ServiceApi}), showing people
 * its answer on 80 columns, and saying why there is none ({@link
 * org.dicomgateway.console.Terminal}).
 *
 * <p>Knows nothing of a framework, so that a command is there at once. Next: {@code cli} of the
 * service.
 */
package org.dicomgateway.console;
