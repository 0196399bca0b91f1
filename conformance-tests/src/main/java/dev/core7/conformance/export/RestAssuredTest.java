package dev.core7.conformance.export;

import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.target.KeyChange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A test class for JUnit and REST-assured that sends the request and fails for the same response. */
final class RestAssuredTest {
    private static final String URL_ENCODED =
            "java.net.URLEncoder.encode(String.valueOf(%s), java.nio.charset.StandardCharsets.UTF_8)";

    private final Result result;
    private final Exchange exchange;
    private final String url;

    /** @param url the default for the system property {@code target.url} */
    RestAssuredTest(Result result, Exchange exchange, String url) {
        this.result = result;
        this.exchange = exchange;
        this.url = url;
    }

    /** Returns a class name made of the letters and digits of the result's id. */
    String className() {
        return Stream.of(result.id().split("[^A-Za-z0-9]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "", "Test"));
    }

    String text() {
        return """
                import static io.restassured.RestAssured.given;
                import static org.hamcrest.Matchers.*;

                import org.junit.jupiter.api.Test;

                // %s
                // %s: %s
                // Requires io.rest-assured:rest-assured and org.junit.jupiter:junit-jupiter. Reads keys from environment variables.
                class %s {
                    @Test
                    void the_clause_holds() {
                %s
                    }
                }
                """.formatted(
                        JavaText.escaped(result.id()),
                        result.level(),
                        JavaText.escaped(result.clause()),
                        className(),
                        String.join("\n", statement()));
    }

    private List<String> statement() {
        var request = exchange.request();
        var lines = new ArrayList<String>();
        lines.add("        given().baseUri(System.getProperty(\"target.url\", " + JavaText.literal(url) + "))");
        add(lines, ".urlEncodingEnabled(false)");
        add(lines, ".redirects().follow(false)");
        if (request.key() != null && !request.hasKeyPlace()) {
            add(
                    lines,
                    ".header(\"Authorization\", \"Bearer \" + "
                            + KeyChange.java(request.key().variable()) + ")");
        }
        request.headers()
                .forEach((name, value) ->
                        add(lines, ".header(" + JavaText.literal(name) + ", " + JavaText.literal(value) + ")"));
        if (request.body() != null) {
            add(lines, ".body(" + body(request) + ")");
        }
        add(lines, ".when()");
        add(
                lines,
                ".request(" + JavaText.literal(request.method()) + ", " + withKey(request.path(), URL_ENCODED) + ")");
        add(lines, ".then()");
        for (Finding finding : result.outcome().brokenPlaces()) {
            add(
                    lines,
                    "// " + JavaText.escaped(finding.where()) + ": expected " + JavaText.escaped(finding.expected())
                            + ", actual " + JavaText.escaped(finding.actual()));
            add(lines, Assertion.of(finding, exchange.response()));
        }
        add(lines, ";");
        return lines;
    }

    private String body(Request request) {
        String text = String.valueOf(request.body());
        if (!text.contains(Request.INVALID_BYTE)) {
            return withKey(text, "");
        }
        var bytes = new String(request.bodyBytes().orElseThrow(), StandardCharsets.ISO_8859_1);
        return JavaText.literal(bytes) + ".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)";
    }

    /** Returns a literal in which the place of the key is replaced by its value from the environment, passed through {@code format}. */
    private String withKey(String text, String format) {
        var key = exchange.request().key();
        if (key == null) {
            return JavaText.literal(text);
        }
        String value = KeyChange.java(key.variable());
        return JavaText.literal(text)
                .replace(Request.KEY_PLACE, "\" + " + (format.isEmpty() ? value : format.formatted(value)) + " + \"");
    }

    private static void add(List<String> lines, String part) {
        lines.add("                " + part);
    }
}
