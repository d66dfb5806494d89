package social.roost.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import social.roost.base.Cursor;

/** Texts and bytes that somebody will send sooner or later: known troublemakers, and random ones from a seed. */
final class Hostile {
    private static final List<String> ODD = List.of(
            "-1",
            "0",
            "00",
            "01",
            "+1",
            "1e3",
            "0x10",
            "1.0",
            "NaN",
            "null",
            "true",
            "me",
            "MAX",
            "9223372036854775807",
            "9223372036854775808",
            "18446744073709551616",
            "99999999999999999999",
            "'%20OR%201=1--",
            "*",
            "{id}",
            "$",
            "<script>alert(1)</script>",
            "a;b",
            "a:b",
            "a@b",
            "\u00e9\u00ff\u0080");
    private static final List<String> PERCENT = List.of(
            "%",
            "%%",
            "%2",
            "%zz",
            "%00",
            "%0a",
            "%0d%0aX-Bad:1",
            "%20",
            "%2f",
            "%2e%2e",
            "%2e%2e%2f%2e%2e",
            "%c0%af",
            "%ff%fe",
            "%ed%a0%80",
            "%f4%90%80%80",
            "%F0%9F%91%8B",
            "%u0041",
            "%25",
            "%E2%80%AE",
            "+");

    private final Random random;

    Hostile(Random random) {
        this.random = random;
    }

    /** For parts of a path; none has a space or a control character, which a request line cannot contain. */
    List<String> paths(int rounds) {
        List<String> texts = new ArrayList<>(ODD);
        texts.addAll(PERCENT);
        texts.addAll(
                List.of("", ".", "..", "../..", "..;/", "/", "//", "a/../b", "\\", "#", "#a", "?", "x".repeat(5_000)));
        for (int i = 0; i < rounds; i++) {
            texts.add(randomText(0x21, 0xff, 20));
        }
        return texts;
    }

    List<String> queries(int rounds) {
        List<String> texts =
                new ArrayList<>(List.of("", "&", "&&&", "=", "==", "limit", "limit&limit", "=50", "?", "[]=1"));
        List<String> values = new ArrayList<>(ODD);
        values.addAll(PERCENT);
        values.addAll(
                List.of("", ",", ",,,", "1,", ",1", "1".repeat(6_000), "1,".repeat(3_000), "A".repeat(5_461), "AQ=="));
        for (String name : List.of("limit", "cursor", "ids")) {
            values.forEach(value -> texts.add(name + "=" + value));
            texts.add(name + "=1&" + name + "=junk");
            texts.add(name + "[]=1&" + name + "[0]=1");
        }
        for (int i = 0; i < rounds; i++) {
            texts.add(randomText(0x21, 0xff, 40));
            texts.add("cursor=" + randomCursor(i % 12 * 8 + random.nextInt(2), random.nextBoolean()));
            texts.add("limit=1&cursor=" + timelineCursor(i % 3));
        }
        texts.add("x=1&".repeat(2_000));
        return texts;
    }

    /** None has a line break, which would end the header. */
    List<String> headers() {
        List<String> texts = new ArrayList<>(List.of(
                "",
                " ",
                "Bearer",
                "Bearer ",
                "bearer x",
                "Bearer  ",
                "Bearer null",
                "Bearer \t",
                "Basic YTpi",
                "Token x",
                "Bearer x, Bearer y",
                "Bearer " + "x".repeat(43),
                "Bearer " + "\u00e9".repeat(43),
                "Bearer a b",
                ",",
                "\"",
                "Digest username=\"x\"",
                "Bearer " + "A".repeat(6_000),
                "\u0001",
                "a\u0000b",
                "a\u007fb",
                "\u0080\u00ff",
                "a\tb",
                "x".repeat(300),
                "x".repeat(7_000),
                "%00",
                "${jndi:ldap://x}",
                "*/*;q=",
                "gzip;q=x",
                ";;;",
                "=?="));
        for (int i = 0; i < 5; i++) {
            texts.add(randomText(0x20, 0xff, 60));
        }
        return texts;
    }

    /** None of them is that of JSON. */
    List<String> contentTypes() {
        return List.of(
                "",
                " ",
                "text/plain",
                "application/jsonx",
                "application",
                "application/",
                "/json",
                "*/*",
                "json",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "multipart/form-data",
                "text/json",
                "application/problem+json",
                ";application/json",
                "a".repeat(5_000),
                "application/json, text/plain",
                "\u00e9/json",
                "\u0001");
    }

    /** None is an object that any route accepts. */
    List<byte[]> bodies(int rounds) {
        List<byte[]> bodies = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "null",
                "true",
                "1",
                "\"text\"",
                "[]",
                "[{}]",
                "{",
                "}",
                "{}{}",
                "{} x",
                "{,}",
                "{\"a\"}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{\"a\":undefined}",
                "{\"a\":NaN}",
                "// x\n{}",
                "{\"a\":01}",
                "\u0000",
                "{}\u0000",
                "{\"\u0000\":1}",
                "\ufeff",
                "\ufeff{\"a\":1}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":\"\n\"}",
                "username=alice",
                "<a/>",
                "{\"\":\"\"}",
                "{\"__proto__\":{}}",
                "{\"@class\":\"java.io.File\"}",
                "[".repeat(33),
                "{\"a\":".repeat(40),
                "[".repeat(60_000),
                "{\"a\":".repeat(10_000),
                "{\"a\":1e999999999}",
                "{\"a\":" + "9".repeat(60_000) + "}",
                "{\"a\":\"" + "x".repeat(60_000) + "\"}",
                "x".repeat(70 * 1_024),
                "{\"a\":[" + "1,".repeat(30_000) + "1]}",
                "{\"\\ud800\":1}",
                "{\"a\\udc00\":1}")) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
            if (text.length() < 50) {
                bodies.add(text.getBytes(StandardCharsets.UTF_16));
            }
        }
        bodies.add(latin("{\"\u00ff\":1}"));
        bodies.add(latin("{\"\u00ed\u00a0\u0080\":1}"));
        bodies.add(latin("{\"\u00c0\u00af\":1}"));
        bodies.add(latin("{\"a\":\"\u00f0\u009f\"}"));
        for (int i = 0; i < rounds; i++) {
            byte[] bytes = new byte[1 + random.nextInt(60)];
            random.nextBytes(bytes);
            bodies.add(bytes);
        }
        return bodies;
    }

    /** JSON values instead of a text, most of them invalid texts. */
    List<String> values() {
        List<String> values = new ArrayList<>(List.of(
                "null",
                "\"\"",
                "\" \"",
                "\"\\u0000\"",
                "\"a\\u0000b\"",
                "\"\\ufeff\"",
                "\"\\ufffe\"",
                "\"\\uffff\"",
                "\"\\u202e\"",
                "\"\\u200b\"",
                "\"\\n\\r\\t\"",
                "\"\\u0085\\u2028\"",
                "\"../..\"",
                "\"'; DROP TABLE account; --\"",
                "\"%00\"",
                "\"http://\"",
                "\"https://[\"",
                "\"https://a b\"",
                "\"javascript:alert(1)\"",
                "\"" + "a.".repeat(2_000) + "\"",
                "\"" + "x".repeat(60_000) + "\"",
                "\"" + "\u0301".repeat(10_000) + "\"",
                "\"" + "\ud83d\udc4b".repeat(10_000) + "\"",
                "\"" + "@a ".repeat(90) + "\"",
                "\"" + "#\u0301".repeat(130) + "\"",
                "\"" + "x@".repeat(5_000) + "\""));
        return values;
    }

    /** JSON values that are neither text nor absent: an unpaired surrogate is not text. */
    List<String> notTexts() {
        return List.of(
                "1",
                "-1",
                "0",
                "1.5",
                "1e30",
                "true",
                "false",
                "{}",
                "[]",
                "[\"a\"]",
                "{\"a\":\"b\"}",
                "[null]",
                "[[]]",
                "9".repeat(30));
    }

    private String randomText(int lowest, int highest, int maximumLength) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(maximumLength);
        for (int i = 0; i < length; i++) {
            text.append((char) random.nextInt(lowest, highest + 1));
        }
        return text.toString();
    }

    private String randomCursor(int length, boolean version) {
        byte[] bytes = new byte[length + 1];
        random.nextBytes(bytes);
        if (version) {
            bytes[0] = 1;
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A well-formed cursor that Roost never created, with extreme numbers. */
    private String timelineCursor(int kind) {
        long[] edges = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE - 1, Long.MAX_VALUE, random.nextLong()};
        long[] values = new long[2 + random.nextInt(6)];
        for (int i = 0; i < values.length; i++) {
            values[i] = edges[random.nextInt(edges.length)];
        }
        values[0] = kind;
        return Cursor.of(values).encode();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
