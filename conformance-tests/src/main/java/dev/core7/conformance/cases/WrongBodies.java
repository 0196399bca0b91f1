package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Draft;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.objects.RunMarks;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Sends a body that is not JSON, JSON that is not an object, no body, and a body of the media type text/plain. */
@AutoService(CaseSource.class)
public final class WrongBodies implements CaseSource {
    private static final Set<Integer> LEGAL = Set.of(400, 422);

    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        if (operation.body().isEmpty()) {
            return List.of();
        }
        var cases = new ArrayList<Case>();
        cases.add(of(operation, target, "not-json", "a body that is not JSON", LEGAL, body -> "{\"broken\": "));
        var plainText = new Purpose.BadInput("a body of the media type text/plain", Set.of(400, 406, 415, 422));
        cases.add(Case.withMinimalKey(target, operation, "text-plain", plainText)
                .withChange(
                        draft -> draft.withHeader("Content-Type", "text/plain").withBody("plain text")));
        cases.add(of(operation, target, "body-array", "a JSON array as its body", LEGAL, body -> "[" + body + "]"));
        cases.add(of(operation, target, "body-scalar", "a JSON string as its body", LEGAL, WrongBodies::scalar));
        cases.add(of(
                operation,
                target,
                "body-not-utf-8",
                "a body that is not UTF-8",
                Set.of(400, 415, 422),
                WrongBodies::withInvalidByte));
        boolean creates = target.hasPathOf(operation);
        // A server may create an object from them, which would not contain the run's mark.
        if (!creates) {
            cases.add(of(operation, target, "body-null", "null as its body", LEGAL, body -> "null"));
            cases.add(of(
                    operation,
                    target,
                    "body-empty",
                    "an empty body",
                    Set.of(200, 202, 204, 400, 411, 415, 422),
                    body -> ""));
        }
        return cases;
    }

    private static Case of(
            Operation operation,
            Target target,
            String name,
            String what,
            Set<Integer> legal,
            UnaryOperator<String> change) {
        return Case.withMinimalKey(target, operation, name, new Purpose.BadInput(what, legal))
                .withChange(draft -> changed(draft, change));
    }

    private static Draft changed(Draft draft, UnaryOperator<String> change) {
        String changed = change.apply(body(draft.body()));
        return draft.withBody(changed.isEmpty() ? null : changed);
    }

    private static String body(@Nullable String body) {
        return body == null ? "{}" : body;
    }

    /** The body with an invalid byte at the end of the first text among its values. */
    private static String withInvalidByte(String body) {
        return body.equals("{}")
                ? "{\"" + Request.INVALID_BYTE + "\"}"
                : body.replaceFirst("\"(?=[,}\\]])", Request.INVALID_BYTE + "\"");
    }

    /** A JSON string with the run's mark, so that an object is recognised if the server creates one. */
    private static String scalar(String body) {
        return Json.write(RunMarks.in(body).orElse("no object"));
    }
}
