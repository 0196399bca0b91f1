package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.core.WireMockApp;
import com.github.tomakehurst.wiremock.http.HttpResponder;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestHandler;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.mock.auth.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;
import wiremock.com.fasterxml.jackson.databind.node.TextNode;

/**
 * WireMock's admin API without the keys of recorded requests: where it shows requests, asterisks replace the keys. The journal
 * itself keeps them, so that clients and tests can verify which key was sent.
 */
public final class MaskingAdminHandler implements RequestHandler {
    private static final String MASK = "***";
    private static final String BODY = "body";
    private static final String BODY_AS_BASE64 = "bodyAsBase64";

    /** Headers, parameters and fields whose values are keys, in lower case. */
    private static final Set<String> KEYS =
            Set.of("authorization", "proxy-authorization", "cookie", "cookies", Credentials.PARAMETER);

    /** The key as a parameter of a query or form, or as a field of a JSON body. */
    private static final Pattern PARAMETER =
            Pattern.compile("(" + Credentials.PARAMETER + "(?:=|\"\\s*:\\s*\"))[^&\"\\s]*");

    private final RequestHandler admin;

    /** @param admin WireMock's admin API */
    public MaskingAdminHandler(RequestHandler admin) {
        this.admin = admin;
    }

    @Override
    public void handle(Request request, HttpResponder responder, ServeEvent event) {
        HttpResponder masking = (asked, response, attributes) -> responder.respond(asked, masked(response), attributes);
        admin.handle(request, showsRequests(request.getUrl()) ? masking : responder, event);
    }

    /** Returns whether a response of the admin API contains recorded requests, or stubs made of them. */
    private static boolean showsRequests(String url) {
        String path = url.replace(WireMockApp.ADMIN_CONTEXT_ROOT, "");
        return path.startsWith("/requests") || path.startsWith("/near-misses") || path.startsWith("/recordings");
    }

    private static Response masked(Response response) {
        String body = response.getBodyAsString();
        if (body == null || !body.startsWith("{")) {
            return response;
        }
        var json = Json.node(body);
        mask(json);
        return Response.Builder.like(response).but().body(Json.write(json)).build();
    }

    private static void mask(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var body = object.path(BODY);
            object.properties()
                    .forEach(field -> field.setValue(
                            KEYS.contains(field.getKey().toLowerCase(Locale.ROOT))
                                    ? hidden(field.getValue())
                                    : masked(field.getValue())));
            if (!object.path(BODY).equals(body) && object.has(BODY_AS_BASE64)) {
                object.put(BODY_AS_BASE64, base64(object.get(BODY).textValue()));
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, masked(array.get(i)));
            }
        }
    }

    private static JsonNode masked(JsonNode node) {
        mask(node);
        return node.isTextual()
                ? new TextNode(PARAMETER.matcher(node.textValue()).replaceAll("$1***"))
                : node;
    }

    /** Returns a copy in which all texts are hidden. */
    private static JsonNode hidden(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> field.setValue(hidden(field.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, hidden(array.get(i)));
            }
        }
        return node.isTextual() ? new TextNode(MASK) : node;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
