/**
 * How the hub is put together: settings, the data folder, and the Spring context that wires the
 * stations and serves HTTP. Nothing else reads the environment.
 *
 * <p>Start with {@link org.dicomgateway.hub.config.HubConfiguration}. Next: {@code ingest}.
 */
package org.dicomgateway.hub.config;
