package dev.core7.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.mock.SharedMock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryFaultTest extends SharedMock implements ListedFaults {
    private static final List<Fault> FAULTS = Faults.of(CONTRACT);
    private static final Map<String, Map<String, String>> RIGHT = new HashMap<>();

    /** Kinds that also change responses to requests which call no operation. */
    private static final Set<String> WHOLE_PATH = Set.of(
            "tool-missing",
            "effect-after-refusal",
            "effect-after-bad-input",
            "other-method-accepted",
            "other-method-500",
            "head-length-wrong");

    /** The probes that such a kind may change. */
    private static final Set<String> OF_PATH = Set.of("read after", "other method", "tools");

    private static Probes probes;

    @Override
    public List<Fault> listed(Contract contract) {
        return Faults.of(contract);
    }

    @BeforeAll
    static void createProbes() {
        probes = new Probes(mock, CONTRACT);
        CONTRACT.operations().forEach(operation -> RIGHT.put(operation.id(), probes.answers(operation)));
    }

    static List<String> operations() {
        return CONTRACT.operations().stream().map(Operation::id).toList();
    }

    /** Returns the last fault of each kind, so that several operations are covered. */
    static Stream<Fault> oneOfEachKind() {
        return FAULTS.stream()
                .collect(Collectors.toMap(Fault::kind, Function.identity(), (one, other) -> other))
                .values()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void every_fault_changes_a_response_of_its_operation(String id) {
        var operation = CONTRACT.operation(id).orElseThrow();
        var unchanged = FAULTS.stream()
                .filter(fault -> fault.operationId().equals(id))
                .filter(fault -> {
                    mock.activate(fault);
                    return !probes.differs(operation, RIGHT.get(id));
                })
                .toList();
        assertThat(unchanged).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void a_fault_changes_nothing_in_another_operation(Fault fault) {
        mock.activate(fault);
        for (Operation other : neighbours(fault)) {
            var right = new HashMap<>(RIGHT.get(other.id()));
            var responses = probes.answers(other);
            if (WHOLE_PATH.contains(fault.kind())) {
                List.of(right, responses)
                        .forEach(all ->
                                all.keySet().removeIf(probe -> probe.startsWith("head") || OF_PATH.contains(probe)));
            }
            assertThat(responses).as(other.id()).isEqualTo(right);
        }
    }

    /** Returns the other operations of the same path, and the first three of other paths. */
    private static List<Operation> neighbours(Fault fault) {
        String path = CONTRACT.operation(fault.operationId()).orElseThrow().path();
        var same = CONTRACT.operations().stream()
                .filter(operation ->
                        operation.path().equals(path) && !operation.id().equals(fault.operationId()));
        var elsewhere = CONTRACT.operations().stream()
                .filter(operation -> !operation.path().equals(path))
                .limit(3);
        return Stream.concat(same, elsewhere).toList();
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void responses_are_correct_again_without_a_fault(Fault fault) {
        var operation = CONTRACT.operation(fault.operationId()).orElseThrow();
        mock.activate(fault);
        probes.answers(operation);
        mock.activate(null);
        assertThat(probes.answers(operation)).isEqualTo(RIGHT.get(operation.id()));
    }

    @Test
    void every_operation_has_faults() {
        assertThat(FAULTS).hasSizeGreaterThan(400);
        assertThat(FAULTS).extracting(Fault::operationId).containsAll(operations());
    }
}
