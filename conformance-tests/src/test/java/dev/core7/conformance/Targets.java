package dev.core7.conformance;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Targets and requests that tests start from. */
public final class Targets {
    /** A key value that nothing but a server may ever see. */
    public static final String SECRET = "phx_canary.2f6f0a1c9b";

    /** The key with that value. */
    public static final Key KEY = new Key("all", SECRET, Set.of("*"), Optional.empty(), "KEY_ALL");

    /** An organization that no one has. */
    public static final String ORGANIZATION = "095be615-a8ad-4c33-8e9c-c7612fbf6c9f";

    private Targets() {}

    /** A target with one key for everything. */
    public static Target at(String url) {
        var parameters = Map.of("project_id", "1", "organization_id", ORGANIZATION);
        return new Target(url, parameters, List.of(KEY), Map.of(), Optional.empty());
    }

    /** A request without headers and body. */
    public static Request get(String path) {
        return request("GET", path, Map.of(), null);
    }

    /** A request with the key. */
    public static Request request(String method, String path, Map<String, String> headers, @Nullable String body) {
        return new Request(method, path, headers, body, KEY, "");
    }
}
