package dev.demarc.estate;

import dev.demarc.document.Place;

/**
 * One resource as one source saw it.
 *
 * @param resource what was seen
 * @param origin where in the source it stands
 */
public record Observation(Resource resource, Place origin) {}
