package dev.core7.conformance.checks;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.exchange.Response;
import dev.core7.conformance.result.Finding;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Evidence;
import dev.core7.conformance.target.Key;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.YamlNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One file below {@code exchanges/}: an exchange, other exchanges as evidence, and the expected outcome of the check. */
record RecordedExchange(Exchange exchange, Evidence evidence, Outcome expected) {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Map<String, String> PARAMETERS = Map.of("project_id", "1", "organization_id", "o");
    private static final Target.OtherProject OTHER = new Target.OtherProject(
            Map.of("project_id", "2"), Map.of("annotations", List.of("106"), "cohorts", List.of("204")));
    private static final Target TARGET =
            new Target("http://target.invalid", PARAMETERS, List.of(), Map.of(), Optional.of(OTHER));
    private static final Set<String> NAMES =
            Set.of("operation", "case", "purpose", "example", "key", "request", "response");

    static RecordedExchange read(Path file) throws IOException {
        String name = file.getFileName().toString();
        var root = YamlNode.parse(Files.readString(file), file.getParent().getFileName() + "/" + name);
        var beside = root.field("beside").map(YamlNode::items).orElse(List.of());
        root.fields().keySet().stream()
                .filter(field -> !NAMES.contains(field)
                        && !List.of("beside", "findings", "reason").contains(field))
                .findFirst()
                .ifPresent(unknown -> {
                    throw root.problem("no such field: " + unknown);
                });
        var all = new ArrayList<Exchange>();
        beside.forEach(node -> all.add(exchange(node)));
        all.add(exchange(root));
        return new RecordedExchange(all.get(all.size() - 1), Evidence.of(all, CONTRACT, TARGET), expected(root, name));
    }

    private static Outcome expected(YamlNode root, String name) {
        if (name.startsWith("pass-")) {
            return Outcome.passed();
        }
        if (name.startsWith("fail-")) {
            return new Outcome.Failed(root.need("findings", "word for word").items().stream()
                    .map(finding -> new Finding(
                            finding.need("where", "").text(),
                            finding.need("expected", "").text(),
                            finding.need("actual", "").text()))
                    .toList());
        }
        String reason = root.need("reason", "word for word").text();
        if (name.startsWith("not-proven-")) {
            return new Outcome.NotProven(reason);
        }
        if (name.startsWith("not-applicable-")) {
            return new Outcome.NotApplicable(reason);
        }
        throw root.problem("the file's name begins with pass-, fail-, not-proven- or not-applicable-");
    }

    private static Exchange exchange(YamlNode node) {
        var operation = CONTRACT.operation(
                        node.need("operation", "an operationId").text())
                .orElseThrow(() -> node.problem("no such operation"));
        String name = node.need("case", "the name of a case").text();
        var purpose =
                RecordedPurpose.of(node.field("purpose").map(YamlNode::text).orElse(name), CONTRACT);
        var key = key(node, operation, purpose);
        var sent = Case.of(operation, name, purpose, key);
        sent = node.field("example").map(YamlNode::text).map(sent::withExample).orElse(sent);
        return new Exchange(sent, request(node, sent), response(node, sent));
    }

    /** Returns the key of the file; by default one with only the required scopes, or none if the case sends no key. */
    private static @Nullable Key key(YamlNode node, Operation operation, Purpose purpose) {
        if (purpose instanceof Purpose.OtherForm other) {
            return key(node, operation, other.plain());
        }
        if (purpose instanceof Purpose.NoKey || purpose instanceof Purpose.UnknownKey) {
            return null;
        }
        var given = node.field("key");
        return new Key(
                given.map(key -> key.need("name", "").text()).orElse("least"),
                "secret",
                given.map(key -> Set.copyOf(key.need("scopes", "").texts())).orElse(operation.scopes()),
                given.flatMap(key -> key.field("project")).map(YamlNode::text),
                "KEY",
                given.flatMap(key -> key.field("user")).map(YamlNode::text));
    }

    private static Request request(YamlNode node, Case sent) {
        String path = sent.called().path().replace("{id}", "5");
        for (var parameter : PARAMETERS.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return new Request(
                node.at("/request/method")
                        .map(YamlNode::text)
                        .orElse(sent.called().method()),
                node.at("/request/path").map(YamlNode::text).orElse(path),
                node.at("/request/headers").map(RecordedExchange::texts).orElse(Map.of()),
                node.at("/request/body").map(RecordedExchange::body).orElse(null),
                sent.key(),
                node.at("/request/mark").map(YamlNode::text).orElse(""));
    }

    private static Map<String, String> texts(YamlNode node) {
        var texts = new LinkedHashMap<String, String>();
        node.fields().forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    private static String body(YamlNode node) {
        return node.value() instanceof String text ? text : Json.write(node.value());
    }

    private static Response response(YamlNode node, Case sent) {
        var response = node.need("response", "the recorded response");
        var body = new RecordedBody(response, sent.called().success());
        return new Response(
                (Integer) response.need("status", "").value(),
                body.headers(),
                body.bytes(),
                response.field("endless").isPresent(),
                Duration.ofMillis(1),
                Optional.empty(),
                response.field("key-shown-in").map(YamlNode::text).orElse(""));
    }
}
