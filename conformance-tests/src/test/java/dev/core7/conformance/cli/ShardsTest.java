package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.target.Key;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.mock.MockOptions;
import dev.core7.mock.MockServer;
import dev.core7.mock.fault.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The merged report of shards equals the report of a complete run. */
class ShardsTest {
    private static final Contract CONTRACT = ContractReader.bundled();

    /** Two resources, of which each has something to create, to read and to list. */
    private static final String[] TWO_RESOURCES = ("--operation"
                    + " annotations_list annotations_create annotations_retrieve annotations_partial_update annotations_destroy"
                    + " cohorts_list cohorts_create cohorts_retrieve cohorts_partial_update cohorts_destroy")
            .split(" ");

    private static MockServer server;

    /** The complete run of a correct server, and its two shards. */
    @TempDir
    private static Path correct;

    @TempDir
    private Path folder;

    @BeforeAll
    static void judges_a_correct_server() throws IOException {
        server = MockServer.start(CONTRACT, MockOptions.defaults().withState());
        assertThat(check(correct, "whole").code()).isZero();
        for (int i = 1; i <= 2; i++) {
            assertThat(check(correct, "shard" + i, "--shard", i + "/2").code()).isZero();
        }
    }

    @AfterEach
    void mend() {
        server.activate(null);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Runs {@code kit check} with the output folder {@code out}. */
    private Kit check(String out, String... more) throws IOException {
        return check(folder, out, more);
    }

    private static Kit check(Path folder, String out, String... more) throws IOException {
        server.resetState();
        var target = EmbeddedTarget.of(server, CONTRACT);
        var file = TargetFiles.write(folder, target);
        var arguments = new ArrayList<>(List.of(
                "check",
                "--target",
                file.toString(),
                "--out",
                folder.resolve(out).toString()));
        arguments.addAll(List.of(more));
        return Kit.run(target.keys().stream().collect(Collectors.toMap(Key::variable, Key::value)), arguments);
    }

    /** A folder of the correct server's run. */
    private static String correct(String name) {
        return correct.resolve(name).toString();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** These arguments, and those that limit a run to two resources. */
    private static String[] with(String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of(TWO_RESOURCES)).toArray(String[]::new);
    }

    private List<Integer> shards(int count, String... more) throws IOException {
        var codes = new ArrayList<Integer>();
        for (int i = 1; i <= count; i++) {
            var arguments = new ArrayList<>(List.of("--shard", i + "/" + count));
            arguments.addAll(List.of(more));
            codes.add(check("shard" + i, arguments.toArray(String[]::new)).code());
        }
        return codes;
    }

    private Kit merge(String... folders) {
        var arguments = new ArrayList<>(List.of("merge", "--out", path("merged")));
        List.of(folders).forEach(name -> arguments.add(name.startsWith("--") ? name : path(name)));
        return Kit.run(Map.of(), arguments);
    }

    /** The results of a report, without values that differ between runs. */
    private List<String> results(String out) throws IOException {
        return lines(out, id -> !LaneResults.isOfAllLanes(id));
    }

    private List<String> lines(String out, Predicate<String> ids) throws IOException {
        return new Judged(Kit.run("--version"), folder.resolve(out))
                .results().stream()
                        .filter(r -> ids.test(String.valueOf(r.get("id"))))
                        .map(r -> r.get("id") + " " + r.get("level") + " " + r.get("outcome") + " " + r.get("reason")
                                + " " + r.get("clause") + " " + r.get("status"))
                        .toList();
    }

    /** The results that differ between the merged and the complete report, in content or position. */
    private List<String> differences(String complete) throws IOException {
        var merged = results("merged");
        var whole = results(complete);
        return IntStream.range(0, Math.max(merged.size(), whole.size()))
                .filter(i -> i >= merged.size()
                        || i >= whole.size()
                        || !merged.get(i).equals(whole.get(i)))
                .mapToObj(i -> (i < merged.size() ? merged.get(i) : "absent") + "\n  instead of "
                        + (i < whole.size() ? whole.get(i) : "absent"))
                .toList();
    }

    private void play(String fault) {
        server.activate(Faults.all(CONTRACT).stream()
                .filter(f -> f.id().equals(fault))
                .findFirst()
                .orElseThrow());
    }

    @Test
    void two_merged_shards_of_a_correct_server_equal_a_complete_run() throws IOException {
        assertEqualsCompleteRun(merge(correct("shard1"), correct("shard2")));
    }

    @Test
    void five_merged_shards_of_a_correct_server_equal_a_complete_run() throws IOException {
        assertThat(shards(5)).containsOnly(0);

        assertEqualsCompleteRun(merge("shard1", "shard2", "shard3", "shard4", "shard5"));
    }

    @Test
    void merged_shards_of_some_operations_equal_a_run_of_these_operations() throws IOException {
        assertThat(check("whole", with()).code()).isZero();
        assertThat(shards(2, with())).containsOnly(0);

        merge("shard1", "shard2");
        assertThat(differences("whole")).isEmpty();
    }

    private void assertEqualsCompleteRun(Kit merged) throws IOException {
        assertThat(merged.complaint()).isEqualTo("0 ");
        assertThat(differences(correct("whole"))).isEmpty();
        assertThat(folder.resolve("merged")).isDirectoryContaining("glob:**/report.html");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "annotations_list/refused-with-500",
                "cohorts_create/refused-with-200",
                "annotations_list/soft-delete-without-effect"
            })
    void a_fault_fails_the_shard_that_judges_it_and_the_merged_report(String fault) throws IOException {
        play(fault);
        var whole = check("whole", with());
        assertThat(whole.code()).isNotZero();
        var codes = shards(2, with());

        assertThat(merge("shard1", "shard2").code()).isEqualTo(whole.code());
        assertThat(differences("whole")).isEmpty();
        var all = results("whole");
        for (int i = 1; i <= 2; i++) {
            boolean isBroken = lines("shard" + i, id -> true).stream()
                    .anyMatch(line ->
                            line.contains(" MUST failed ") || line.contains(" MUST not-proven ") && all.contains(line));
            assertThat(codes.get(i - 1) != 0).as("shard " + i).isEqualTo(isBroken);
        }
    }

    @Test
    void a_missing_shard_is_named_and_the_merged_report_is_incomplete() throws IOException {
        check("shard1", with("--shard", "1/3"));
        check("shard3", with("--shard", "3/3"));

        var merged = merge("shard1", "shard3");

        assertThat(merged.code()).isEqualTo(3);
        assertThat(merged.out())
                .contains(
                        " SHOULD)  a shard is missing: run kit check with --shard 2/3 and the other options unchanged,"
                                + " then merge again")
                .contains("Verdict: incomplete");
        assertThat(merge("shard1").out()).contains("with --shard 2/3 and with --shard 3/3 and the");
        assertThat(results("merged")).hasSameSizeAs(results("shard1"));
    }

    @Test
    void shards_of_different_runs_are_rejected_in_one_line() throws IOException {
        check("one", "--shard", "1/2", "--operation", "comments_list");
        check("same", "--shard", "1/2", "--operation", "comments_list");
        check("three", "--shard", "2/3", "--operation", "comments_list");
        check("strict", "--shard", "2/2", "--strict", "--operation", "comments_list");
        check("some", "--shard", "2/2", "--operation", "roles_destroy");
        check("whole", "--operation", "comments_list");
        complains("one", "same", " and " + file("same") + " are both shard 1: give each shard once");
        complains("one", "three", different("three", "numbers of shards"));
        complains("one", "strict", different("strict", "values of --strict"));
        complains("one", "some", different("some", "values of --operation"));
        for (String what : List.of("kit", "contract", "target")) {
            tamper("one", what);
        }
        complains("one", "kit", different("kit", "builds of the kit"));
        complains("one", "contract", different("contract", "contracts"));
        complains("one", "target", different("target", "targets"));
        assertThat(merge("whole").complaint())
                .isEqualTo("2 kit: " + path("whole")
                        + ": contains no readable shard.json: give an output folder of kit check --shard"
                        + System.lineSeparator());
        assertThat(merge("contract").complaint())
                .isEqualTo("2 kit: " + file("contract")
                        + " was judged by another contract: give that contract with --contract"
                        + System.lineSeparator());
        assertThat(folder.resolve("merged")).doesNotExist();
    }

    private void complains(String first, String second, String complaint) {
        assertThat(merge(first, second).complaint())
                .isEqualTo("2 kit: " + file(first) + complaint + System.lineSeparator());
    }

    private String different(String other, String what) {
        return " and " + file(other) + " have different " + what + ": give the shards of one run";
    }

    private Path file(String name) {
        return folder.resolve(name).resolve("shard.json");
    }

    /** Copies a shard and changes a common property of its run. */
    private void tamper(String name, String what) throws IOException {
        var run = Map.of("kit", "builds of the kit", "contract", "contracts", "target", "targets");
        var text = Files.readString(file(name));
        Files.createDirectories(folder.resolve(what));
        Files.writeString(
                file(what),
                text.replaceFirst("\"" + run.get(what) + "\":\"[^\"]*\"", "\"" + run.get(what) + "\":\"other\""));
    }

    @Test
    void a_baseline_applies_to_shards_and_stale_entries_fail_the_merge() throws IOException {
        play("annotations_list/refused-with-200");
        check("whole", with("--write-baseline", path("draft.yaml")));
        var known = folder.resolve("known.yaml");
        Files.writeString(
                known, Files.readString(folder.resolve("draft.yaml")).replace("say why this is known", "to be mended"));
        assertThat(shards(2, with("--baseline", known.toString()))).containsOnly(0);
        assertThat(merge("shard1", "shard2", "--baseline=" + known).complaint()).isEqualTo("0 ");
        assertThat(merge("shard1", "shard2").code()).isEqualTo(1);

        Files.writeString(known, Files.readString(known) + "  - {id: a/b/c, reason: a typo}\n");
        assertThat(shards(2, with("--baseline", known.toString()))).containsOnly(0);
        var merged = merge("shard1", "shard2", "--baseline=" + known);
        assertThat(merged.code()).isEqualTo(1);
        assertThat(merged.out()).contains("a/b/c is not a result of this run");
    }

    @Test
    void shard_json_contains_no_key_and_the_next_run_deletes_it() throws IOException {
        assertThat(correct.resolve("shard1/shard.json")).content().doesNotContain("phx_mock");
        check("out", "--shard", "1/2", "--operation", "comments_list");
        assertThat(folder.resolve("out/shard.json")).content().doesNotContain("phx_mock");
        check("out", "--operation", "comments_list");
        assertThat(folder.resolve("out/shard.json")).doesNotExist();
    }
}
