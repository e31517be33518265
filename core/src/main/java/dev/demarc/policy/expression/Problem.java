package dev.demarc.policy.expression;

/**
 * Something wrong with an expression.
 *
 * @param code stable, kebab-case, as a diagnostic has it
 * @param message one sentence, as a diagnostic has it
 * @param hint the next action
 * @param character the character of the string that it starts at, from 1
 */
public record Problem(String code, String message, String hint, int character) {}
