package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Formats a request as a curl command for bash, with the key in an environment variable. */
public final class CurlCommand {
    private CurlCommand() {}

    /** Returns the command. The user must set the environment variable of the key before running it. */
    public static String of(Target target, Request request) {
        var words = new ArrayList<String>(List.of("curl", "-sS", "-i"));
        if (request.method().equals("HEAD")) {
            words.add("--head");
        } else if (!request.method().equals("GET")) {
            words.addAll(List.of("-X", request.method()));
        }
        var key = request.key();
        if (key != null && !request.hasKeyPlace()) {
            words.addAll(List.of("-H", "\"Authorization: Bearer $" + key.variable() + "\""));
        }
        request.headers().forEach((name, value) -> {
            // curl drops a header that ends in a colon; a semicolon sends it empty.
            words.addAll(List.of("-H", quote(value.isEmpty() ? name + ";" : name + ": " + value)));
        });
        if (request.body() != null) {
            // Not --data-binary, because it reads a file if the body begins with @.
            words.addAll(List.of("--data-raw", withInvalidBytes(withKey(quote(request.body()), key))));
        }
        words.add(withKey(quote(target.resolve(request.path())), key));
        return String.join(" ", words);
    }

    /** Replaces the place of the key in quoted text by the variable, in double quotes between two parts in single quotes. */
    private static String withKey(String quoted, @Nullable Key key) {
        return key == null ? quoted : quoted.replace(Request.KEY_PLACE, "'\"$" + key.variable() + "\"'");
    }

    /** Replaces the places of invalid bytes in quoted text. */
    private static String withInvalidBytes(String quoted) {
        return quoted.replace(Request.INVALID_BYTE, "'$'\\xff''");
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
