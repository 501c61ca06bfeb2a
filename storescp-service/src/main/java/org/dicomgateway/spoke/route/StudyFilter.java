package org.dicomgateway.spoke.route;

import java.time.Instant;
import java.util.Optional;

/**
 * Which studies are asked for.
 *
 * @param standing that an instance of it at least has to have
 * @param since an instance of it at least was received
 * @param modality that an instance of it at least has
 * @param most the latest so many, before the standing is looked at
 */
public record StudyFilter(
    Optional<Standing> standing, Optional<Instant> since, Optional<String> modality, int most) {}
