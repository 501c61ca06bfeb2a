/**
 * What a service is told at its start, and the data folder that it holds for itself.
 *
 * <p>Start with {@link org.dicomgateway.settings.SettingSources}: a setting is looked for in the
 * flags, the environment and a {@link org.dicomgateway.settings.SettingsFile}. Which settings there
 * are, and what they may be, each service says itself; next: its {@code config}.
 */
package org.dicomgateway.settings;
