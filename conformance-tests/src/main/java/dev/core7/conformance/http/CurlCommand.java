package dev.core7.conformance.http;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.target.Target;
import java.util.ArrayList;
import java.util.List;

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
        if (request.key() != null) {
            words.addAll(
                    List.of("-H", "\"Authorization: Bearer $" + request.key().variable() + "\""));
        }
        request.headers().forEach((name, value) -> {
            // curl drops a header that ends in a colon; a semicolon sends it empty.
            words.addAll(List.of("-H", quote(value.isEmpty() ? name + ";" : name + ": " + value)));
        });
        if (request.body() != null) {
            // Not --data-binary, because it reads a file if the body begins with @.
            words.addAll(List.of("--data-raw", quote(request.body())));
        }
        words.add(quote(target.url() + request.path()));
        return String.join(" ", words);
    }

    private static String quote(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }
}
