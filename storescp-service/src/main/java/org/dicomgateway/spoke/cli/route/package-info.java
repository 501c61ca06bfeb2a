/**
 * {@code gateway spoke route}: what a person does with the file of routes. The commands change a
 * text, and the spoke checks it as a whole before it holds.
 *
 * <p>Next: {@code spoke.route.rule}, the language of that file.
 */
package org.dicomgateway.spoke.cli.route;
