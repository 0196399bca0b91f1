package dev.core7.conformance.flows;

import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.exchange.Request;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.result.Result;
import dev.core7.conformance.run.Progress;
import dev.core7.conformance.run.Report;
import dev.core7.conformance.run.Runner;
import dev.core7.conformance.run.Targets;
import dev.core7.conformance.selection.Selection;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the bundled flows call long is no longer than the contract allows, whichever contract it is. */
class LongestTextsTest {
    private static final Contract BUNDLED = ContractReader.bundled();

    @TempDir
    private Path folder;

    private final Script server = new Script((request, number) -> Script.json(201, "{}"));

    private Contract edited(String limit, String other) throws IOException {
        assertThat(BUNDLED.text()).contains(limit);
        return ContractReader.read(
                Files.writeString(folder.resolve("openapi.yaml"), BUNDLED.text().replace(limit, other)));
    }

    private Report play(Contract contract) throws Exception {
        var flows = Flows.bundled(contract, pause -> true);
        return new Runner(contract, Targets.full(contract), server, Selection.ALL, List.of(), List.of(), flows)
                .run(true, Progress.SILENT);
    }

    private int longest(String path, String field) throws Json.NotJsonException {
        int longest = 0;
        for (Request request : server.received) {
            boolean creates = request.method().equals("POST") && request.path().endsWith(path);
            if (creates
                    && Json.parse(Objects.requireNonNull(request.body())) instanceof Map<?, ?> body
                    && body.get(field) instanceof String text) {
                longest = Math.max(longest, text.length());
            }
        }
        return longest;
    }

    @Test
    void a_content_and_a_name_are_as_long_as_the_contract_that_comes_with_the_kit_allows() throws Exception {
        play(BUNDLED);
        assertThat(longest("/annotations/", "content")).isEqualTo(8192);
        assertThat(longest("/cohorts/", "name")).isEqualTo(400);
    }

    @Test
    void another_contract_says_how_long_they_are() throws Exception {
        play(edited("maxLength: 8192", "maxLength: 300"));
        assertThat(longest("/annotations/", "content")).isEqualTo(300);
    }

    @Test
    void where_a_contract_says_nothing_of_it_no_length_is_tried() throws Exception {
        play(edited("maxLength: 400", "minLength: 0"));
        assertThat(longest("/cohorts/", "name")).isLessThan(200);
    }

    @Test
    void what_no_mark_fits_into_is_not_proven() throws Exception {
        assertThat(play(edited("maxLength: 400", "maxLength: 8")).results())
                .filteredOn(result -> result.sent().name().equals("cohort-life.read-again"))
                .isNotEmpty()
                .extracting(Result::outcome)
                .containsOnly(new Outcome.NotProven(
                        "the contract limits `name` to 8 characters, which is too short for the text by"
                                + " which the kit recognizes its objects"));
    }
}
