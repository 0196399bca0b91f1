package dev.core7.mock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EveryBehaviourTest implements ListedFaults {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final List<Fault> FAULTS = Faults.behavioural(CONTRACT);
    private static final Set<String> KINDS = Set.of("annotations", "cohorts", "comments", "roles");
    private static final Map<String, List<String>> RIGHT = new HashMap<>();
    private static MockServer mock;

    @Override
    public List<Fault> listed(Contract contract) {
        return Faults.behavioural(contract);
    }

    @BeforeAll
    static void start() {
        mock = MockServer.start(CONTRACT, MockOptions.defaults().withState());
        KINDS.forEach(kind -> RIGHT.put(kind, Journey.of(mock, kind)));
    }

    @AfterAll
    static void stop() {
        mock.close();
    }

    @AfterEach
    void play_nothing() {
        mock.play(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"annotations", "cohorts", "comments", "roles"})
    void every_fault_changes_an_answer_and_breaks_nothing(String kind) {
        for (Fault fault : FAULTS) {
            if (fault.operationId().startsWith(kind + "_")) {
                mock.play(fault);
                assertThat(Journey.of(mock, kind))
                        .as(fault.id())
                        .isNotEqualTo(RIGHT.get(kind))
                        .noneMatch(answer -> answer.contains(" 500 "));
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
            mock.play(named(fault));
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
    void without_a_fault_the_same_is_answered_again(String kind) {
        assertThat(Journey.of(mock, kind)).isEqualTo(RIGHT.get(kind));
    }

    @Test
    void kinds_are_not_those_of_the_faults_in_single_answers() {
        var single = new TreeSet<String>();
        Faults.of(CONTRACT).forEach(fault -> single.add(fault.kind()));
        assertThat(FAULTS).extracting(Fault::kind).doesNotContainAnyElementsOf(single);
    }
}
