/**
 * The hub's commands: {@code hub serve}, {@code hub site add}, {@code hub trace}, {@code hub
 * reindex}, {@code hub token}. A class per command; those that ask the running hub share {@link
 * org.dicomgateway.hub.cli.HubOptions}; each prints what was asked for on stdout and all else on
 * stderr. Exit codes: {@link org.dicomgateway.console.ExitCode}.
 *
 * <p>Start with {@link org.dicomgateway.hub.cli.Main}. Next: {@code config}.
 */
package org.dicomgateway.hub.cli;
