package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.extension.requestfilter.StubRequestFilterV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.contract.ContractReader;
import dev.core7.mock.auth.MockKey;
import dev.core7.mock.handler.ServedContract;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.validation.ViolationJournal;
import dev.core7.mock.web.DocsPage;
import dev.core7.mock.web.Document;
import dev.core7.mock.web.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Serves the mock's own endpoints: everything below {@code /__kit/}, and the home page at {@code /} unless a stub matches it.
 * They require no key, are not validated, and are not recorded in the request journal.
 */
public final class KitEndpoints implements StubRequestFilterV2 {
    private static final String HOME = "/";
    private static final String ROOT = "/__kit/";
    private static final String CONTRACT = ROOT + "openapi.yaml";
    private static final String NEIGHBOURS = ROOT + "neighbours.yaml";
    private static final String DOCS = ROOT + "docs/";
    private static final String CERTIFICATE = ROOT + "certificate.pem";
    private static final String VIOLATIONS = ROOT + "violations";

    private final Admin admin;

    /** Path without a trailing slash → endpoint. */
    private final Map<String, Endpoint> endpoints;

    private KitEndpoints(Admin admin, Map<String, Endpoint> endpoints) {
        this.admin = admin;
        this.endpoints = endpoints;
    }

    /**
     * Creates the endpoints.
     *
     * @param certificate the certificate for HTTPS in PEM; empty: there is no HTTPS
     */
    public static KitEndpoints of(
            Admin admin, Supplier<ServedContract> contract, ViolationJournal violations, Optional<String> certificate) {
        var endpoints = new HashMap<String, Endpoint>();
        var data = new HomePageData(admin, contract, violations);
        endpoints.put(path(HOME), Endpoint.of(data::page));
        endpoints.put(
                NEIGHBOURS,
                Endpoint.of(() -> Document.yaml(ContractReader.neighbours().text())));
        endpoints.put(
                CONTRACT,
                Endpoint.of(() -> Document.yaml(contract.get().contract().text())));
        endpoints.put(VIOLATIONS, Endpoint.deletable(() -> Document.json(violations.json()), violations::clear));
        certificate.ifPresent(pem -> endpoints.put(CERTIFICATE, Endpoint.of(() -> Document.pem(pem))));
        DocsPage.endpoints(
                        DOCS,
                        CONTRACT,
                        () -> contract.get().neighbours().isEmpty() ? "" : NEIGHBOURS,
                        MockKey.everything().text(),
                        data::parameters)
                .forEach((name, endpoint) -> endpoints.put(path(DOCS + name), endpoint));
        return new KitEndpoints(admin, endpoints);
    }

    /** Returns whether an event was a request to one of the mock's own endpoints. */
    static boolean isKitRequest(ServeEvent event) {
        String path = path(event.getRequest().getUrl());
        return isKitPath(path) || path.isEmpty() && event.getStubMapping() == null;
    }

    @Override
    public String getName() {
        return "kit-endpoints";
    }

    @Override
    public RequestFilterAction filter(Request request, ServeEvent event) {
        String path = path(request.getUrl());
        boolean isOwn = isKitPath(path) || path.isEmpty() && !isStubbed(request);
        return isOwn
                ? RequestFilterAction.stopWith(respond(request, Optional.ofNullable(endpoints.get(path))))
                : RequestFilterAction.continueWith(request);
    }

    /** Returns whether a stub of the user or of the contract matches. */
    private boolean isStubbed(Request request) {
        return admin.listAllStubMappings().getMappings().stream()
                .anyMatch(stub -> stub.getRequest().match(request).isExactMatch());
    }

    private ResponseDefinition respond(Request request, Optional<Endpoint> endpoint) {
        String method = request.getMethod().value();
        if (endpoint.isEmpty()) {
            return WireMockMessages.definition(notFound());
        }
        if (List.of("GET", "HEAD").contains(method)) {
            return respond(request, endpoint.get().document().apply(address(request)));
        }
        if (method.equals("DELETE") && endpoint.get().delete().isPresent()) {
            endpoint.get().delete().get().run();
            return WireMockMessages.definition(new MockResponse(204, Map.of(), ""));
        }
        return WireMockMessages.definition(PostHogError.methodNotAllowed(method)
                .response()
                .withHeader("Allow", endpoint.get().allow()));
    }

    /** Lets browsers cache a document, provided that they revalidate it each time. */
    private static ResponseDefinition respond(Request request, Document document) {
        String tag = "\"" + UUID.nameUUIDFromBytes(document.body()) + "\"";
        var response = ResponseDefinitionBuilder.responseDefinition()
                .withHeader("ETag", tag)
                .withHeader("Cache-Control", "no-cache");
        return tag.equals(request.getHeader("If-None-Match"))
                ? response.withStatus(304).build()
                : response.withStatus(200)
                        .withHeader(MockResponse.CONTENT_TYPE, document.mediaType())
                        .withHeader("X-Content-Type-Options", "nosniff")
                        .withHeader("Content-Security-Policy", "frame-ancestors 'none'")
                        .withBody(document.body())
                        .build();
    }

    private static MockResponse notFound() {
        return PostHogError.notFound("No such endpoint. See " + CONTRACT + ", " + DOCS + ", " + VIOLATIONS + " and /.")
                .response();
    }

    /** Returns the base URL that the caller used. */
    private static String address(Request request) {
        String absoluteUrl = request.getAbsoluteUrl();
        return absoluteUrl.substring(0, absoluteUrl.length() - request.getUrl().length());
    }

    private static boolean isKitPath(String path) {
        return (path + "/").startsWith(ROOT);
    }

    private static String path(String url) {
        String path = url.split("\\?", 2)[0];
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
