/**
 * What was found, as people and programs read it: text, JSON, CSV and, in {@code html}, one page.
 *
 * <p>In: assessments, catalogues, explanations, and how wide and colourful a screen is. Out: characters into an {@link
 * java.lang.Appendable}; the same input always gives the same characters. Never: a figure of its own that the values do
 * not hold or add up to; a name from the estate that reaches a terminal, a shell or a spreadsheet as anything but text;
 * Microsoft's Secure Score where Demarc's own score is meant.
 *
 * <pre>
 * text   {@link AssessmentText}  {@link MatrixText}  {@link ExplanationText}  {@link ControlsText}
 *        {@link DiagnosticText}  {@link PolicyListText}  {@link PolicyExplanationText}  {@link ProfileText}
 * JSON   {@link AssessmentJson}  {@link MatrixJson}  {@link ExplanationJson}  {@link ControlsJson}
 *        {@link PolicyListJson}  {@link PolicyExplanationJson}  {@link ProfileJson}  {@link PolicyCheckJson}
 *        schemas in docs/schema; members that are absent are left out, never null
 * CSV    {@link AssessmentCsv}   {@link MatrixCsv}                       {@link ControlsCsv}
 *        {@link PolicyListCsv}
 *        RFC 4180; a value that a spreadsheet would run as a formula starts with an apostrophe
 * </pre>
 */
@NullMarked
package dev.demarc.report;

import org.jspecify.annotations.NullMarked;
