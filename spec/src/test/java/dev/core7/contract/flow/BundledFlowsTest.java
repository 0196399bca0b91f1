package dev.core7.contract.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import dev.core7.contract.Operation;
import dev.core7.contract.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Properties of the bundled flows. */
class BundledFlowsTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final List<Workflow> FLOWS = FlowsReader.bundled(CONTRACT);

    private static Stream<Step> steps() {
        return FLOWS.stream().flatMap(flow -> flow.steps().stream());
    }

    @Test
    void every_clause_is_checked_by_a_criterion() throws IOException {
        assertThat(document().need("x-clauses", "").fields().keySet())
                .containsExactlyInAnyOrderElementsOf(steps().flatMap(step -> step.criteria().stream())
                        .map(criterion -> criterion.clause().id())
                        .distinct()
                        .toList());
    }

    @Test
    void every_entry_of_x_inputs_is_an_input_of_a_flow() throws IOException {
        var inputs = FLOWS.stream().flatMap(flow -> flow.inputs().stream()).map(Input::name);
        assertThat(inputs).containsAll(document().need("x-inputs", "").fields().keySet());
    }

    @Test
    void the_contract_contains_the_operations_of_all_bundled_flows() throws IOException {
        assertThat(FLOWS).hasSameSizeAs(document().need("workflows", "").list());
    }

    @Test
    void every_operation_of_the_contract_is_called() {
        var called = steps().map(Step::operationId).distinct().toList();
        assertThat(CONTRACT.operations().stream()
                        .map(Operation::id)
                        .filter(id -> !id.contains("activity") && !id.contains("history")))
                .isNotEmpty()
                .allMatch(called::contains);
    }

    @Test
    void every_create_request_contains_the_mark() throws Exception {
        var creates = steps().filter(step -> create(step)).toList();
        assertThat(creates).hasSizeGreaterThan(5);
        for (Step step : creates) {
            assertThat(Json.write(step.payload().orElseThrow().fill(new Marked())))
                    .as(step.id())
                    .contains(Marked.MARK);
        }
    }

    private static boolean create(Step step) {
        var operation = CONTRACT.operation(step.operationId()).orElseThrow();
        return operation.method().equals("POST") && operation.success().status() == 201;
    }

    private static YamlNode document() throws IOException {
        try (var in = BundledFlowsTest.class.getResourceAsStream("/flows.arazzo.yaml")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return YamlNode.parse(text, "flows.arazzo.yaml");
        }
    }

    /** A scope in which the texts with the mark contain it, and all other values are 1. */
    private static final class Marked implements Scope {
        static final String MARK = "the-mark";

        @Override
        public Object input(String name) {
            return List.of("mark", "text", "long_text", "long_name").contains(name) ? MARK : 1;
        }

        @Override
        public Object output(String step, String name) {
            return 1;
        }

        @Override
        public int status() {
            return 0;
        }

        @Override
        public Object body() {
            return 1;
        }

        @Override
        public Optional<String> header(String name) {
            return Optional.empty();
        }
    }
}
