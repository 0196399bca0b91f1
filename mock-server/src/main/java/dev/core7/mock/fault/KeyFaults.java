package dev.core7.mock.fault;

import dev.core7.contract.Contract;
import dev.core7.mock.auth.MockKey;
import dev.core7.mock.handler.FaultBehavior;
import dev.core7.mock.handler.RequestContext;
import dev.core7.mock.http.MockResponse;
import dev.core7.mock.http.PostHogError;
import dev.core7.mock.http.Refusal;
import dev.core7.mock.http.Refusal.Reason;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Accepts an invalid key, refuses a valid one, or refuses with a wrong status. */
final class KeyFaults implements FaultFamily {
    /** The number of characters that a column of a database may have for keys. */
    private static final int LONG = 1000;

    @Override
    public void addTo(FaultCollector faults, Contract contract) {
        var operation = faults.operation();
        faults.add("no-key-accepted", "accepts requests without a key", FaultBehaviors.accepting(Reason.NO_KEY));
        faults.add("unknown-key-accepted", "accepts unknown keys", FaultBehaviors.accepting(Reason.UNKNOWN_KEY));
        addLoose(faults, contract.scopes());
        if (operation.path().contains("{project_id}")) {
            faults.add(
                    "foreign-key-accepted",
                    "accepts keys of another project",
                    FaultBehaviors.accepting(
                            Reason.FOREIGN_KEY,
                            request -> operation.scopes().stream().allMatch(request::holds)));
        }
        faults.add(
                "key-refused-always",
                "refuses every key",
                FaultBehaviors.refusing(
                        request -> false, PostHogError.denied("This action does not support personal API keys.")));
        addConfused(faults, "missing-scope", 401, "a key without the scope", Reason.MISSING_SCOPE);
        addConfused(faults, "no-key", 403, "a request without a key", Reason.NO_KEY);
        addConfused(faults, "unknown-key", 403, "an unknown key", Reason.UNKNOWN_KEY);
    }

    /** Adds comparisons that accept a text that only resembles a valid key. */
    private static void addLoose(FaultCollector faults, Set<String> known) {
        addLoose(
                faults,
                known,
                "beginning",
                "the beginning of a key",
                text -> Stream.of("e", "d", "*").map(text::concat));
        addLoose(
                faults,
                known,
                "more-at-end",
                "a key with more at its end",
                text -> Stream.of(text.replaceFirst("0+$", "")));
        addLoose(faults, known, "end", "the end of a key", text -> Stream.of("p" + text));
        addLoose(
                faults,
                known,
                "more-at-beginning",
                "a key with more at its beginning",
                text -> Stream.of(text.replaceFirst("^0", "")));
        addLoose(faults, known, "case", "a key in another case", text -> Stream.of(text.toLowerCase(Locale.ROOT)));
        faults.add(
                "revoked-key-accepted",
                "accepts revoked keys",
                FaultBehaviors.accepting(
                        Reason.UNKNOWN_KEY,
                        request ->
                                MockKey.parseRevoked(request.keyText(), known).isPresent()));
        faults.add("key-too-long", "responds with 500 to very long keys", new FaultBehavior() {
            @Override
            public MockResponse respond(RequestContext request, Optional<Refusal> refusal, MockResponse response) {
                return request.keyText().length() > LONG ? FaultBehaviors.serverError() : response;
            }
        });
    }

    private static void addLoose(
            FaultCollector faults,
            Set<String> known,
            String variant,
            String what,
            Function<String, Stream<String>> meant) {
        faults.add(
                "key-compared-loosely",
                variant,
                "accepts " + what,
                FaultBehaviors.accepting(
                        Reason.UNKNOWN_KEY,
                        request -> meant.apply(request.keyText())
                                .anyMatch(text -> MockKey.parse(text, known).isPresent())));
    }

    private static void addConfused(FaultCollector faults, String variant, int status, String cause, Reason reason) {
        faults.add(
                "status-401-403-confused",
                variant + "-" + status,
                "responds with " + status + " to " + cause,
                FaultBehaviors.changingRefusal(EnumSet.of(reason), response -> response.withStatus(status)));
    }
}
