package org.dicomgateway.spoke.route;

import java.time.Instant;

/**
 * Routes as they were written at some time.
 *
 * @param number from 1
 * @param by who wrote them
 * @param why what for; may be empty
 */
public record RouteVersion(int number, Instant at, String by, String why) {}
