package dev.demarc.knowledge;

/**
 * One layer of a resource, from the datacenter up to the data in it.
 *
 * @param index its place in the stack, 0 at the ground
 * @param movable whether its side moves with service model and settings
 */
public record Layer(
        int index,
        String id,
        String title,
        String shortTitle,
        String covers,
        boolean movable,
        String microsoftDoes,
        String customerDoes) {}
