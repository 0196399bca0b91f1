package dev.core7.conformance.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemovedIdsTest {
    private static final RemovedIds REMOVED = RemovedIds.parse("""
            removed,successor,release
            # A comment.
            list/life.read/kept,list/walk.whole/shown,1.0.0
            list/documented/old,list/life.read/kept,1.1.0
            list/life.gone/kept,,1.0.0
            list/loop/one,list/loop/two,1.0.0
            list/loop/two,list/loop/one,1.0.0
            """);

    @ParameterizedTest
    @CsvSource({
        "list/life.read/kept, list/walk.whole/shown",
        "life.read/kept,      walk.whole/shown",
        "list/life.read,      list/walk.whole",
        "life.read,           walk.whole",
        "life,                walk",
        "kept,                shown",
        "list/documented/old, list/walk.whole/shown",
        "list/documented,     list/walk.whole"
    })
    void every_name_of_a_removed_result_leads_to_that_of_its_successor(String removed, String successor) {
        assertThat(REMOVED.successor(removed)).contains(successor);
    }

    @ParameterizedTest
    @CsvSource({"list/life.gone/kept, true", "list/loop/one, true", "list/life.read/kept, false", "list/x/y, false"})
    void a_removed_result_may_have_no_successor(String id, boolean expected) {
        assertThat(REMOVED.hasNoSuccessor(id)).isEqualTo(expected);
        assertThat(REMOVED.successor(id).isEmpty()).isEqualTo(!id.endsWith("read/kept"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            removed,successor                                | the first line is not removed,successor,release
            removed,successor,release~a/b/c,d/e/f            | not three fields, or listed twice: a/b/c,d/e/f
            removed,successor,release~a/b/c,,1~a/b/c,d/e/f,1 | not three fields, or listed twice: a/b/c,d/e/f,1
            """)
    void a_mistake_in_the_table_is_reported(String csv, String problem) {
        assertThatThrownBy(() -> RemovedIds.parse(csv.replace('~', '\n'))).hasMessage(problem);
    }
}
