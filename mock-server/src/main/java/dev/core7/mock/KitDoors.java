package dev.core7.mock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.mock.doors.Docs;
import dev.core7.mock.doors.Document;
import dev.core7.mock.doors.Door;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Answers what the mock is asked about itself: whatever stands under {@code /__kit/}, and the page at {@code /} unless some
 * stub answers there. No key is needed, nothing of it breaks the contract, and the journal of requests does not see it.
 */
final class KitDoors implements StubRequestFilterV2 {
    private static final String FRONT = "/";
    private static final String ROOM = "/__kit/";
    private static final String CONTRACT = ROOM + "openapi.yaml";
    private static final String DOCS = ROOM + "docs/";
    private static final String CERTIFICATE = ROOM + "certificate.pem";
    private static final String VIOLATIONS = ROOM + "violations";

    private final Admin admin;

    /** Path without a slash at its end → what is there. */
    private final Map<String, Door> doors;

    private KitDoors(Admin admin, Map<String, Door> doors) {
        this.admin = admin;
        this.doors = doors;
    }

    /** @param certificate what clients are to trust for HTTPS; empty: there is no HTTPS */
    static KitDoors of(
            Admin admin, Supplier<PlayedContract> play, Violations violations, Optional<Certificate> certificate) {
        var doors = new HashMap<String, Door>();
        doors.put(path(FRONT), Door.showing(new Front(admin, play, violations)::page));
        doors.put(
                CONTRACT, Door.showing(() -> Document.yaml(play.get().contract().text())));
        doors.put(VIOLATIONS, Door.emptied(() -> Document.json(violations.json()), violations::clear));
        certificate.ifPresent(own -> doors.put(CERTIFICATE, Door.showing(() -> Document.pem(own.pem()))));
        Docs.doors(DOCS, CONTRACT, MockKey.everything().text())
                .forEach((name, door) -> doors.put(path(DOCS + name), door));
        return new KitDoors(admin, doors);
    }

    /** Whether the mock showed itself: such a request is none of the user's. */
    static boolean answered(ServeEvent event) {
        String path = path(event.getRequest().getUrl());
        return isInRoom(path) || path.isEmpty() && event.getStubMapping() == null;
    }

    @Override
    public String getName() {
        return "kit-doors";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        String path = path(request.getUrl());
        boolean isOurs = isInRoom(path) || path.isEmpty() && !isStubbed(request);
        return isOurs
                ? RequestFilterAction.stopWith(answer(request, Optional.ofNullable(doors.get(path))))
                : RequestFilterAction.continueWith(request);
    }

    /** A stub of the user's wins, and so does a contract that has this path. */
    private boolean isStubbed(Request request) {
        return admin.listAllStubMappings().getMappings().stream()
                .anyMatch(stub -> stub.getRequest().match(request).isExactMatch());
    }

    private ResponseDefinition answer(Request request, Optional<Door> door) {
        String method = request.getMethod().value();
        if (door.isEmpty()) {
            return noSuchDoor().definition();
        }
        if (List.of("GET", "HEAD").contains(method)) {
            return answer(request, door.get().shown().apply(address(request)));
        }
        if (method.equals("DELETE") && door.get().emptied().isPresent()) {
            door.get().emptied().get().run();
            return new Answer(204, Map.of(), "").definition();
        }
        return PostHogError.methodNotAllowed(method)
                .answer()
                .withHeader("Allow", door.get().allow())
                .definition();
    }

    /** A browser keeps what it has seen, and asks each time whether it still holds. */
    private static ResponseDefinition answer(Request request, Document document) {
        String tag = "\"" + UUID.nameUUIDFromBytes(document.body()) + "\"";
        var answer = ResponseDefinitionBuilder.responseDefinition()
                .withHeader("ETag", tag)
                .withHeader("Cache-Control", "no-cache");
        return tag.equals(request.getHeader("If-None-Match"))
                ? answer.withStatus(304).build()
                : answer.withStatus(200)
                        .withHeader(Answer.CONTENT_TYPE, document.mediaType())
                        .withHeader("X-Content-Type-Options", "nosniff")
                        .withBody(document.body())
                        .build();
    }

    private static Answer noSuchDoor() {
        return PostHogError.notFound("Nothing is here. See " + CONTRACT + ", " + DOCS + ", " + VIOLATIONS + " and /.")
                .answer();
    }

    /** The address by which the caller knows the mock. */
    private static String address(Request request) {
        String whole = request.getAbsoluteUrl();
        return whole.substring(0, whole.length() - request.getUrl().length());
    }

    private static boolean isInRoom(String path) {
        return (path + "/").startsWith(ROOM);
    }

    private static String path(String url) {
        String path = url.split("\\?", 2)[0];
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
