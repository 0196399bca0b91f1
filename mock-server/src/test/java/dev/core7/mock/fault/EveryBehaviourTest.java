package dev.core7.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.mock.MockOptions;
import dev.core7.mock.SharedMock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EveryBehaviourTest extends SharedMock implements ListedFaults {
    private static final List<Fault> FAULTS = Faults.behavioural(CONTRACT);
    private static final Set<String> KINDS = Set.of("annotations", "cohorts", "comments", "roles");
    private static final Map<String, List<String>> RIGHT = new HashMap<>();

    @Override
    public List<Fault> listed(Contract contract) {
        return Faults.behavioural(contract);
    }

    @BeforeAll
    static void recordCorrectJourneys() {
        restart(MockOptions.defaults().withState());
        KINDS.forEach(kind -> RIGHT.put(kind, Journey.of(mock, kind)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotations", "cohorts", "comments", "roles"})
    void a_fault_of_each_kind_changes_a_response_without_a_server_error(String kind) {
        var kinds = new HashSet<String>();
        for (Fault fault : FAULTS) {
            if (fault.operationId().startsWith(kind + "_") && kinds.add(fault.kind())) {
                mock.activate(fault);
                assertThat(Journey.of(mock, kind))
                        .as(fault.id())
                        .isNotEqualTo(RIGHT.get(kind))
                        .noneMatch(response -> response.contains(" 500 "));
            }
        }
    }

    @Test
    void a_fault_changes_nothing_in_another_operation() {
        for (String fault : List.of(
                "annotations_list/parameter-ignored/limit",
                "annotations_retrieve/get-changes/deletes",
                "annotations_create/write-not-kept",
                "annotations_retrieve/foreign-object-retrieved")) {
            mock.activate(named(fault));
            assertThat(Journey.of(mock, "cohorts")).as(fault).isEqualTo(RIGHT.get("cohorts"));
        }
    }

    private static Fault named(String id) {
        return FAULTS.stream()
                .filter(fault -> fault.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotations", "cohorts", "comments", "roles"})
    void responses_are_correct_again_without_a_fault(String kind) {
        assertThat(Journey.of(mock, kind)).isEqualTo(RIGHT.get(kind));
    }

    @Test
    void kinds_differ_from_those_of_faults_in_single_exchanges() {
        var single = new TreeSet<String>();
        Faults.of(CONTRACT).forEach(fault -> single.add(fault.kind()));
        assertThat(FAULTS).extracting(Fault::kind).doesNotContainAnyElementsOf(single);
    }
}
