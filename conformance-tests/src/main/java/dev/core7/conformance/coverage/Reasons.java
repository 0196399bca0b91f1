package dev.core7.conformance.coverage;

import dev.core7.conformance.coverage.Item.Kind;
import dev.core7.conformance.exchange.Attempt;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.run.Report;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import dev.core7.contract.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why a run never exercised an item of an operation. */
final class Reasons {
    private final Operation operation;
    private final Report report;
    private final Expected expected;
    private final boolean isCalled;
    private final boolean isAccepted;

    Reasons(Operation operation, List<Attempt> attempts, Report report) {
        this.operation = operation;
        this.report = report;
        this.expected = new Expected(operation);
        this.isCalled = !attempts.isEmpty();
        this.isAccepted = attempts.stream().anyMatch(attempt -> attempt instanceof Exchange e && e.accepted());
    }

    String never(Kind kind, String name, String form) {
        if (!isCalled) {
            return notCalled();
        }
        if (!kind.isSent() && kind != Kind.STATUS && !isAccepted) {
            return "the server accepted no request";
        }
        return switch (kind) {
            case PARAMETER -> parameter(name).flatMap(p -> missing(p.fixture())).orElse("no case sends it");
            case REQUEST_FIELD ->
                expected.field(kind, name)
                        .flatMap(field -> sent(field.schema(), name, form))
                        .orElse(name.contains(".") ? "no example of the contract contains it" : "no case sends it");
            case RESPONSE_FIELD -> received(form, expected.field(kind, name));
            case REQUEST_TYPE -> "no case sends it";
            case RESPONSE_TYPE -> "no response had this media type";
            case STATUS -> "no request got this status";
        };
    }

    private String notCalled() {
        return report.results().stream()
                .filter(result -> result.sent().operation().id().equals(operation.id()))
                .filter(result -> result.attempt().isEmpty())
                .map(result -> result.outcome().reason())
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse("the run did not call the operation");
    }

    private Optional<Parameter> parameter(String name) {
        return operation.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    private Optional<String> missing(Optional<String> fixture) {
        return fixture.filter(name -> !report.target().fixtures().containsKey(name))
                .map(name -> "add ids to fixtures." + name + " in the target file");
    }

    private Optional<String> sent(Schema schema, String name, String form) {
        if (form.equals(Usage.NULL) || form.equals(Usage.ABSENT)) {
            return Optional.empty();
        }
        var fixture = schema.text("x-fixture").or(() -> schema.items().flatMap(items -> items.text("x-fixture")));
        return schema.text("x-never-send")
                .or(() -> missing(fixture))
                .or(() -> Optional.ofNullable(operation.unjudged().get("write-" + name)))
                .or(() -> schema.keyword("x-send-only-with") instanceof Map<?, ?> needs
                        ? Optional.of("sent only to objects with " + needs)
                        : Optional.empty());
    }

    private static String received(String form, Optional<Fields.Field> field) {
        if (form.equals(Usage.ABSENT)) {
            return "every response contained it";
        }
        if (form.equals(Usage.NULL)) {
            return "no response contained null";
        }
        return field.flatMap(known -> known.schema().text("x-absent-before"))
                .map(since -> "no response contained it; PostHog added it " + since)
                .orElse("no response contained it");
    }
}
