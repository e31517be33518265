package dev.demarc.knowledge;

/**
 * A published text or data set that facts rest on.
 *
 * @param where the document's path or name at its publisher
 * @param read how much of it was read: full, part, no
 */
public record Source(String id, String title, String publisher, String where, String date, String read) {}
