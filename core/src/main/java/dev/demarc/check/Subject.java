package dev.demarc.check;

import dev.demarc.estate.Neighbours;
import dev.demarc.estate.Resource;

/**
 * What a check is asked about: one resource and what can be looked up around it. Never the whole estate, so that a
 * part of an estate is enough to judge what is in it.
 */
public record Subject(Resource resource, Neighbours neighbours) {}
