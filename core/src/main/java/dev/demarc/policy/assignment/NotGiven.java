package dev.demarc.policy.assignment;

import dev.demarc.document.Place;

/**
 * A definition or initiative that something refers to and that was not given.
 *
 * @param target its id or name as written
 * @param says who refers to it: a clause that ends before "which was not given"
 * @param by what is not judged for want of it: an assignment, or an initiative that is tried
 * @param place where the reference stands
 */
public record NotGiven(String target, String says, String by, Place place) {}
