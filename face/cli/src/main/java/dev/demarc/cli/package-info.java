/**
 * The command line: one file per verb. A verb parses its options, calls a door and prints; it holds no logic.
 *
 * <p>In: arguments, files, standard input. Out: the result on standard output, everything else on standard error, an
 * {@link dev.demarc.cli.ExitCode}. Never: a judgement, or how a report looks.
 */
@NullMarked
package dev.demarc.cli;

import org.jspecify.annotations.NullMarked;
