package dev.core7.mock.wiremock;

import com.github.tomakehurst.wiremock.core.Admin;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

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
                        api.operations().stream()
                                .map(operation -> OperationEntry.of(operation, example.command(operation)))
                                .toList(),
                        recentViolations(),
                        recentRequests(served.router()))
                .html();
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
        String path = WireMockMessages.request(request).path();
        return new RequestEntry(
                request.getLoggedDate().toInstant(),
                method,
                path,
                response.getFault() == null ? OptionalInt.of(response.getStatus()) : OptionalInt.empty(),
                router.find(path)
                        .flatMap(route -> route.operation(method))
                        .map(Operation::id)
                        .orElse(""));
    }
}
