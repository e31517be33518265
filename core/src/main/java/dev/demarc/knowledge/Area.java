package dev.demarc.knowledge;

/** A group of controls that one team usually looks after. */
public record Area(String id, String title) {}
