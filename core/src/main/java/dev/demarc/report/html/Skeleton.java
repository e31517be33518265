package dev.demarc.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/** The page without its contents: skeleton, style and script, as they lie beside this class. */
final class Skeleton {
    private static final List<String> SCRIPTS = List.of("text", "data", "line", "advice", "detail", "policies", "page");

    private final String page;
    private final String style;
    private final String script;

    private Skeleton(String page, String style, String script) {
        this.page = page;
        this.style = style;
        this.script = script;
    }

    /** The skeleton that the program carries. */
    static Skeleton read() {
        var script = new StringBuilder("'use strict';\n");
        for (String part : SCRIPTS) {
            script.append(resource(part + ".js"));
        }
        return new Skeleton(resource("page.html"), resource("page.css"), script.toString());
    }

    /** What fills a place of the skeleton. */
    interface Filling {
        void write(String place, Appendable out) throws IOException;
    }

    /** Writes the page, asking for the contents of each {@code {{place}}} in order; what is filled in is not read again. */
    void write(Filling filling, Appendable out) throws IOException {
        int from = 0;
        for (int at = page.indexOf("{{"); at >= 0; at = page.indexOf("{{", from)) {
            int end = page.indexOf("}}", at);
            out.append(page, from, at);
            String place = page.substring(at + 2, end);
            switch (place) {
                case "policy" -> out.append(policy());
                case "style" -> out.append(style);
                case "script" -> out.append(script);
                default -> filling.write(place, out);
            }
            from = end + 2;
        }
        out.append(page, from, page.length());
    }

    /** The content security policy: nothing but this one script and this one style, by their hashes. */
    private String policy() {
        return "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /** A text that lies beside this class; line ends as the HTML parser would make them, since the hash is over those. */
    private static String resource(String name) {
        try (InputStream in = Skeleton.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
