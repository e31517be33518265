package dev.demarc.posture;

import dev.demarc.knowledge.Control;

/** What one control came to over some resources. */
public record ControlScore(Control control, Tally tally, Points points) {}
