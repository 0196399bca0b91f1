package dev.core7.mock;

import com.github.tomakehurst.wiremock.core.Admin;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.doors.Document;
import dev.core7.mock.doors.Entry;
import dev.core7.mock.doors.FrontPage;
import dev.core7.mock.doors.FrontPage.Key;
import dev.core7.mock.doors.Seen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Gathers what the page for people shows: the contract as it is, and what was asked of the mock. */
record Front(Admin admin, Supplier<PlayedContract> play, Violations violations) {
    /** @param address where the mock was called */
    Document page(String address) {
        var played = play.get();
        var now = played.contract();
        var state = played.state();
        var tryIt = new TryIt(address, state);
        return new FrontPage(
                        now.title(),
                        now.version(),
                        address,
                        state.isPresent()
                                ? "from the objects that it keeps; POST /__admin/reset brings the first ones back"
                                : "from the examples of the contract",
                        keys(now),
                        now.operations().stream()
                                .map(operation -> Entry.of(operation, tryIt.curl(operation)))
                                .toList(),
                        newestViolations(),
                        newestRequests(played.routes()))
                .html();
    }

    private static List<Key> keys(Contract contract) {
        var some = contract.scopes().stream().limit(2).toList();
        return List.of(
                new Key(MockKey.everything().text(), "everything"),
                new Key(new MockKey(some, Optional.empty()).text(), "these scopes; join as many as you like"),
                new Key(new MockKey(List.of(MockKey.ALL), Optional.of("2")).text(), "everything, in project 2 only"));
    }

    private List<Map<String, Object>> newestViolations() {
        var newestFirst = new ArrayList<>(violations.all());
        Collections.reverse(newestFirst);
        return newestFirst.stream()
                .limit(FrontPage.SHOWN)
                .map(RequestViolation::json)
                .toList();
    }

    private List<Seen> newestRequests(Routes routes) {
        return admin.getServeEvents().getServeEvents().stream()
                .limit(FrontPage.SHOWN)
                .map(event -> seen(event, routes))
                .toList();
    }

    private static Seen seen(ServeEvent event, Routes routes) {
        var request = event.getRequest();
        var response = event.getResponse();
        String method = request.getMethod().value();
        String path = Incoming.of(request).path();
        return new Seen(
                request.getLoggedDate().toInstant(),
                method,
                path,
                response.getFault() == null ? OptionalInt.of(response.getStatus()) : OptionalInt.empty(),
                routes.find(path)
                        .flatMap(route -> route.operation(method))
                        .map(Operation::id)
                        .orElse(""));
    }
}
