package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.http.LoggedResponse;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.auth.MockKey;
import dev.core7.mock.handler.ServedContract;
import dev.core7.mock.routing.Router;
import dev.core7.mock.validation.RequestViolation;
import dev.core7.mock.validation.ViolationJournal;
import dev.core7.mock.web.CurlExample;
import dev.core7.mock.web.Document;
import dev.core7.mock.web.HomePage;
import dev.core7.mock.web.HomePage.Key;
import dev.core7.mock.web.OperationEntry;
import dev.core7.mock.web.RequestEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects the data of the home page: the contract, violations and recent requests. */
record HomePageData(Admin admin, Supplier<ServedContract> contract, ViolationJournal violations) {
    /**
     * Renders the home page.
     *
     * @param address the base URL that the caller used
     */
    Document page(String address) {
        var served = contract.get();
        var api = served.contract();
        var state = served.state();
        var example = new CurlExample(address, state);
        return new HomePage(
                        api.title(),
                        api.version(),
                        address,
                        state.isPresent()
                                ? "from stored objects; POST /__admin/reset restores the initial ones"
                                : "from the examples of the contract",
                        keys(api),
                        entries(api.operations(), example),
                        entries(served.neighbours(), example),
                        recentViolations(),
                        recentRequests(served.router()))
                .html();
    }

    /** Returns the entries of operations; those that read come first. */
    private static List<OperationEntry> entries(List<Operation> operations, CurlExample example) {
        return operations.stream()
                .sorted(Comparator.comparing(operation -> !operation.isSafe()))
                .map(operation -> OperationEntry.of(operation, example.command(operation)))
                .toList();
    }

    /** Returns values of path parameters for the docs: operationId → name → value. */
    Map<String, Map<String, String>> parameters() {
        var served = contract.get();
        var example = new CurlExample("", served.state());
        var parameters = new LinkedHashMap<String, Map<String, String>>();
        served.operations().forEach(operation -> parameters.put(operation.id(), example.parameters(operation)));
        return parameters;
    }

    private static List<Key> keys(Contract contract) {
        var firstTwo = contract.scopes().stream().limit(2).toList();
        return List.of(
                new Key(MockKey.everything().text(), "everything"),
                new Key(new MockKey(firstTwo, Optional.empty()).text(), "these scopes; join as many as you like"),
                new Key(new MockKey(List.of(MockKey.ALL), Optional.of("2")).text(), "everything, in project 2 only"));
    }

    private List<Map<String, Object>> recentViolations() {
        var newestFirst = new ArrayList<>(violations.all());
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .limit(HomePage.MAX_ENTRIES)
                .map(RequestViolation::json)
                .toList();
    }

    private List<RequestEntry> recentRequests(Router router) {
        return admin.getServeEvents().getServeEvents().stream()
                .limit(HomePage.MAX_ENTRIES)
                .map(event -> entry(event, router))
                .toList();
    }

    private static RequestEntry entry(ServeEvent event, Router router) {
        var request = event.getRequest();
        var response = event.getResponse();
        String method = request.getMethod().value();
        var parts = request.getUrl().split("\\?", 2);
        String path = parts[0];
        return new RequestEntry(
                request.getLoggedDate().toInstant(),
                method,
                path,
                parts.length == 1 ? "" : parts[1],
                response.getFault() == null ? OptionalInt.of(response.getStatus()) : OptionalInt.empty(),
                router.find(path)
                        .flatMap(route -> route.operation(method))
                        .map(Operation::id)
                        .orElse(""),
                violations(response),
                text(request.getBodyAsString()),
                text(response.getBodyAsString()));
    }

    private static String violations(LoggedResponse response) {
        var headers = response.getHeaders();
        return headers == null || !headers.getHeader(ViolationJournal.HEADER).isPresent()
                ? ""
                : headers.getHeader(ViolationJournal.HEADER).firstValue();
    }

    private static String text(@Nullable String body) {
        return body == null ? "" : body;
    }
}
