package org.dicomgateway.spoke.change;

import java.util.Optional;

/**
 * What a change does to one instance.
 *
 * @param attribute its keyword, or {@code (gggg,eeee)} if it has none
 * @param before as text, values with backslashes between them; empty if it is not there
 * @param after likewise; empty if it is left out
 */
public record ChangedValue(String attribute, Optional<String> before, Optional<String> after) {}
