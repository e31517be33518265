package dev.demarc.knowledge;

/** A framework that controls map to, by the ids of its own controls. */
public record Framework(String id, String title, String version, String publisher, String kind) {}
