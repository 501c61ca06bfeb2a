/**
 * Settings, the data folder, and how the stations are put together. The only place that knows them
 * all; Spring serves the admin API and nothing else.
 */
package org.dicomgateway.spoke.config;
