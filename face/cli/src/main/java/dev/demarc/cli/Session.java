package dev.demarc.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Instant;

/**
 * What a run of the program is handed from outside; the one place where the clock and the environment come in.
 *
 * @param in standard input
 * @param out where results go
 * @param err where everything else goes
 * @param now what counts as now unless the user says otherwise
 */
record Session(InputStream in, PrintWriter out, PrintWriter err, Terminal terminal, Instant now) {}
