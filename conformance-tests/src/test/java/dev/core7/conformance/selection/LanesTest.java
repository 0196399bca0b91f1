package dev.core7.conformance.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.flows.Flows;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.FakeServer;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.Targets;
import dev.core7.conformance.spi.Behaviour;
import dev.core7.conformance.spi.Channel;
import dev.core7.conformance.spi.RetryDelay;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a run is taken apart, into lanes for threads and into shards for machines. */
class LanesTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Target TARGET = Targets.full(CONTRACT);
    private static final List<Behaviour> FLOWS = Flows.bundled(CONTRACT, RetryDelay.NEVER);
    private static final List<Case> CASES =
            new Runner(CONTRACT, TARGET, new FakeServer(CONTRACT), Selection.ALL).cases();

    private static Stream<String> ids(List<Behaviour> behaviours) {
        return behaviours.stream().map(Behaviour::id);
    }

    @Test
    void there_is_a_lane_for_each_resource_with_its_flows_and_nothing_is_lost() {
        var lanes = Lanes.of(CONTRACT, CASES, FLOWS);
        assertThat(lanes.lanes())
                .extracting(lane -> lane.cases().get(0).operation().path().split("/")[4])
                .containsExactly("roles", "annotations", "cohorts", "comments");
        assertThat(lanes.lanes())
                .allSatisfy(lane -> assertThat(ids(lane.behaviours()))
                        .isNotEmpty()
                        .allSatisfy(
                                id -> assertThat(lane.cases().get(0).operation().path())
                                        .contains(id.replaceFirst("-.*", "s/"))));
        assertThat(ids(lanes.across())).containsExactly("other-project");
        assertThat(lanes.lanes().stream().flatMap(lane -> lane.cases().stream()))
                .containsExactlyInAnyOrderElementsOf(CASES);
    }

    @Test
    void where_paths_tell_of_one_resource_only_all_is_in_one_lane() {
        var nested = new Contract(
                CONTRACT.title(),
                CONTRACT.version(),
                CONTRACT.digest(),
                CONTRACT.text(),
                CONTRACT.operations().stream()
                        .filter(operation -> operation.path().contains("cohorts"))
                        .toList());
        assertThat(Lanes.of(nested, CASES, List.of()).lanes()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void each_operation_and_flow_is_in_one_shard_and_the_shards_are_about_as_large(int count) {
        var shares = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new ShardPlanner(CONTRACT, CASES, FLOWS).of(new Shard(i, count)))
                .toList();
        assertThat(shares.stream().flatMap(share -> share.operations().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        CONTRACT.operations().stream().map(o -> o.id()).toList());
        assertThat(shares.stream().flatMap(share -> share.behaviours().stream()))
                .containsExactlyInAnyOrderElementsOf(ids(FLOWS).toList());
        var sizes = shares.stream().mapToLong(LanesTest::size).summaryStatistics();
        assertThat(sizes.getMax() - sizes.getMin()).isLessThan(20);
    }

    private static long size(ShardAssignment share) {
        long steps = FLOWS.stream()
                .filter(flow -> share.behaviours().contains(flow.id()))
                .flatMap(flow -> flow.unplayed(Shard.ELSEWHERE).stream())
                .map(result -> result.sent().id())
                .distinct()
                .count();
        return steps
                + CASES.stream()
                        .filter(each ->
                                share.operations().contains(each.operation().id()))
                        .count();
    }

    /** Sends nothing, and must be completed after others. */
    private record Dependent(String id, List<String> dependsOn) implements Behaviour {
        @Override
        public List<Operation> operations() {
            return List.of();
        }

        @Override
        public List<Result> play(Channel channel) {
            return List.of();
        }

        @Override
        public List<Result> unplayed(Outcome outcome) {
            return List.of();
        }
    }

    @Test
    void what_depends_on_each_other_stays_in_one_shard() {
        var behaviours = new ArrayList<>(FLOWS);
        behaviours.add(new Dependent("after-pages", List.of("cohort-pages")));
        for (int i = 1; i <= 12; i++) {
            var share = new ShardPlanner(CONTRACT, CASES, behaviours).of(new Shard(i, 12));
            assertThat(share.behaviours().contains("cohort-pages"))
                    .isEqualTo(share.behaviours().contains("after-pages"));
            assertThat(share.operations().contains("comments_list"))
                    .isEqualTo(share.behaviours().contains("comment-filters"));
            assertThat(share.operations().contains("roles_destroy"))
                    .isEqualTo(share.behaviours().contains("role-deletion"));
        }
    }
}
