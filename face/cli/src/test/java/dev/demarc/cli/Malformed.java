package dev.demarc.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What careless users give, by generator: files that are cut, of another kind, or in another encoding.
 *
 * @param file its name
 * @param code the diagnostic that names the mistake; empty when it is none
 * @param resources how many resources can be read all the same
 * @param exit how assessing it alone ends
 */
record Malformed(String says, String file, Supplier<byte[]> bytes, String code, int resources, int exit) {
    private static final String BELOW = "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg";
    private static final String TYPE = "Microsoft.Network/ipGroups";

    /** All of them. */
    static List<Malformed> all() {
        return List.of(
                bad("a truncated gzip", "a.json.gz", half(gzip(list(many(400)))), "gzip-truncated", -1),
                bad("a damaged gzip", "a.json.gz", damaged(gzip(list(many(400)))), "gzip-corrupt", -1),
                good("a file that only claims to be gzipped", "a.json.gz", utf8(list(some("a"))), 1),
                good("UTF-16 as PowerShell writes it", "a.json", utf16(list(some("a", "b"))), 2),
                good("a byte order mark", "a.json", utf8("\ufeff" + list(some("a"))), 1),
                bad(
                        "UTF-16 without its mark",
                        "a.json",
                        in("UTF-16BE", list(some("a"))),
                        "encoding-utf16-without-bom",
                        0),
                bad("Latin-1 in one name", "a.json", in("ISO-8859-1", list(some("a", "é"))), "encoding-invalid", 1),
                bad("a sign-in page", "a.json", utf8("<!DOCTYPE html>\n<html><body>Sign in</body></html>"), "html", 0),
                bad("the flat output of one service", "a.json", utf8("[" + flat() + "]"), "flattened", 0),
                incomplete("names without configuration", "a.json", utf8("[" + listed() + "]"), "", 1),
                incomplete("a link nobody followed", "a.json", utf8(linked()), "page-unread", 1),
                incomplete("a cut Resource Graph answer", "a.json", utf8(graph()), "page-unread", 1),
                bad(
                        "a broken line",
                        "a.jsonl",
                        utf8(one("a") + "\n{\"id\":\"/subs\n" + one("b")),
                        "string-not-closed",
                        2),
                bad("single quotes", "a.json", utf8("{'value': [" + one("a") + "]}"), "name-not-quoted", 0),
                bad(
                        "a comma at the end of a list",
                        "a.json",
                        utf8("[" + one("a") + ",\n" + one("b") + ",\n]"),
                        "syntax",
                        2),
                bad(
                        "a comma at the end of an object",
                        "a.json",
                        utf8("[{\"id\":\"x\",},\n" + one("b") + "]"),
                        "trailing-comma",
                        1),
                bad(
                        "a member twice",
                        "a.json",
                        utf8("[{\"id\":\"x\",\"id\":\"y\"},\n" + one("b") + "]"),
                        "duplicate-name",
                        1),
                bad("NaN", "a.json", utf8("[{\"id\":NaN},\n" + one("b") + "]"), "not-a-number", 1),
                bad(
                        "a Windows path",
                        "a.json",
                        utf8("[{\"id\":\"C:\\Users\"},\n" + one("b") + "]"),
                        "escape-invalid",
                        1),
                bad(
                        "a number without end",
                        "a.json",
                        utf8("[{\"id\":1e999999999}," + one("b") + "]"),
                        "number-out-of-range",
                        1),
                bad(
                        "half a surrogate pair",
                        "a.json",
                        utf8("[{\"id\":\"\\ud800\"}," + one("b") + "]"),
                        "lone-surrogate",
                        1),
                bad("an empty file", "a.json", new byte[0], "empty", 0),
                bad("white space", "a.json", utf8(" \n\n"), "empty", 0),
                bad("NUL bytes", "a.json", new byte[4096], "binary", 0),
                bad("a workbook named as JSON", "estate.json", zip(), "binary", 0),
                ignored("a workbook", "estate.xlsx", zip()),
                ignored("a picture", "a.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}),
                ignored("a table of the portal", "Azureresources.csv", utf8("NAME,TYPE\nst0,Storage account\n")),
                refused(
                        "a Terraform state",
                        "terraform.tfstate",
                        "{\"version\":4,\"terraform_version\":\"1.9.0\"}",
                        "terraform"),
                refused("a template", "azuredeploy.json", template(), "template"),
                refused("the output of az account list", "a.json", account(), "account-list"),
                refused("a quoted document", "a.json", "\"{}\"", "not-a-resource"),
                refused("null", "a.json", "null", "not-a-resource"),
                bad("an error answer", "a.json", utf8(denied()), "answer-denied", 0),
                bad("an error message", "a.json", utf8("ERROR: (AuthorizationFailed) no\nCode: x\n"), "not-json", 0),
                bad(
                        "a warning before the answer",
                        "a.json",
                        utf8("WARNING: preview\n[" + one("a") + "]"),
                        "not-json",
                        1),
                bad("a table", "a.json", utf8("Name  Location\n----  --------\nst0   westeurope\n"), "not-json", 0),
                bad(
                        "objects of PowerShell",
                        "a.json",
                        utf8("[{\"Id\":\"x\",\"Properties\":\"@{a=1}\"}]"),
                        "powershell",
                        0),
                bad("objects that PowerShell cut", "a.json", utf8(cut()), "powershell-depth", 0),
                bad("an id that is none", "a.json", utf8("[" + one("a").replace("/sub", "sub") + "]"), "id-invalid", 0),
                bad("a deep nest", "a.json", utf8("[" + one("a") + "," + deep() + "," + one("b") + "]"), "too-deep", 2),
                bad("a deep nest that never ends", "a.json", utf8("[".repeat(100_000)), "truncated", 0),
                bad(
                        "a large value",
                        "a.json",
                        utf8("[{\"a\":\"" + "x".repeat(34 << 20) + "\"}," + one("b") + "]"),
                        "too-large",
                        1),
                good("lines that end as on Windows", "a.jsonl", utf8(one("a") + "\r\n" + one("b") + "\r\n"), 2),
                good("documents one after another", "a.json", utf8("[" + one("a") + "]\n[" + one("b") + "]\n"), 2));
    }

    /** One resource of a type that no control looks at, so that nothing else is said of it. */
    static String one(String name) {
        return "{\"id\":\"%s/providers/%s/%s\",\"name\":\"%s\",\"type\":\"%s\",\"properties\":{\"a\":1}}"
                .formatted(BELOW, TYPE, name, name, TYPE);
    }

    /** The word of a collector that asked for what every subscription has, so that nothing else is missing. */
    static String word() {
        return "{\"value\":[],\"collected\":{\"scope\":\"/subscriptions/11111111-1111-1111-1111-111111111111\",\"types\":[\"Microsoft.Authorization/roleAssignments\"]}}";
    }

    private static Malformed good(String says, String file, byte[] bytes, int resources) {
        return new Malformed(says, file, bytes::clone, "", resources, 0);
    }

    private static Malformed bad(String says, String file, byte[] bytes, String code, int resources) {
        return new Malformed(says, file, bytes::clone, code, resources, 4);
    }

    private static Malformed incomplete(String says, String file, byte[] bytes, String code, int resources) {
        return new Malformed(says, file, bytes::clone, code, resources, 4);
    }

    private static Malformed refused(String says, String file, String text, String code) {
        return new Malformed(says, file, () -> utf8(text), code, 0, 4);
    }

    private static Malformed ignored(String says, String file, byte[] bytes) {
        return new Malformed(says, file, bytes::clone, "not-json-ignored", 0, 4);
    }

    private static String list(List<String> resources) {
        return "{\"value\":[" + String.join(",", resources) + "]}";
    }

    private static List<String> some(String... names) {
        return Arrays.stream(names).map(Malformed::one).toList();
    }

    private static List<String> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> one("r" + number + "-" + Integer.toHexString(number * 0x9E3779B1)))
                .toList();
    }

    private static String flat() {
        return "{\"id\":\"%s/providers/%s/a\",\"type\":\"%s\",\"accessTier\":\"Hot\"}".formatted(BELOW, TYPE, TYPE);
    }

    private static String listed() {
        return "{\"id\":\"%s/providers/%s/a\",\"type\":\"%s\",\"location\":\"x\",\"properties\":null}"
                .formatted(BELOW, TYPE, TYPE);
    }

    private static String linked() {
        return "{\"value\":[" + one("a") + "],\"nextLink\":\"https://management.azure.com/x\"}";
    }

    private static String graph() {
        return "{\"count\":1,\"data\":[" + one("a") + "],\"skip_token\":\"x\",\"total_records\":1200}";
    }

    private static String template() {
        return "{\"$schema\":\"https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#\"}";
    }

    private static String account() {
        return "[{\"cloudName\":\"AzureCloud\",\"id\":\"11111111-1111-1111-1111-111111111111\",\"tenantId\":\"x\"}]";
    }

    private static String denied() {
        return "{\"error\":{\"code\":\"AuthorizationFailed\",\"message\":\"no\"}}";
    }

    private static String cut() {
        return "[" + one("a").replace("{\"a\":1}", "{\"acls\":\"@{ipRules=System.Object[]; defaultAction=Allow}\"}")
                + "]";
    }

    private static String deep() {
        return "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] utf16(String text) {
        return in("UTF-16LE", "\ufeff" + text);
    }

    private static byte[] in(String charset, String text) {
        return text.getBytes(Charset.forName(charset));
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] damaged(byte[] bytes) {
        byte[] damaged = bytes.clone();
        damaged[damaged.length / 2] ^= 0x7f;
        return damaged;
    }

    private static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(utf8(text));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private static byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(utf8("<workbook/>"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }
}
