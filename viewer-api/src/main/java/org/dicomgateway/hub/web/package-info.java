/**
 * What people see: the hub's study list at {@code /}, in Vietnamese and English, and the OHIF
 * viewer at {@code /viewer}, whose files lie in our jar and are served as they were compressed when
 * it was built.
 *
 * <p>Next: {@link org.dicomgateway.hub.config}, which puts the hub together.
 */
package org.dicomgateway.hub.web;
