package dev.demarc.policy.assignment;

import dev.demarc.document.Place;

/**
 * A definition or initiative under the id by which assignments find it.
 *
 * @param id the full id; the name alone where the document gives none
 * @param name the last name of the id
 */
public record Published<T>(String id, String name, T value, Place place) {}
