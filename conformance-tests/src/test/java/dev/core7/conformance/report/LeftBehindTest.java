package dev.core7.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftBehindTest {
    @Test
    void objects_with_the_same_reason_are_one_line_with_their_number() {
        var entries = new ArrayList<String>();
        for (int id = 1; id <= 20; id++) {
            entries.add("/api/projects/1/annotations/" + id + "/: cleanup was answered 404");
        }
        entries.add("/api/projects/1/annotations/21/: cleanup was answered 500");
        entries.add("/api/projects/1/cohorts/1/: cleanup was answered 404");
        assertThat(LeftBehind.lines(entries))
                .containsExactly(
                        "20 objects under /api/projects/1/annotations/: cleanup was answered 404;"
                                + " first: /api/projects/1/annotations/1/",
                        "/api/projects/1/annotations/21/: cleanup was answered 500",
                        "/api/projects/1/cohorts/1/: cleanup was answered 404");
    }

    @Test
    void the_mark_and_the_path_of_an_object_do_not_make_another_reason() {
        String list = "/api/projects/1/annotations/: may contain an object with the text core7-0a1b2c3d-";
        assertThat(LeftBehind.lines(List.of(list + "00000001", list + "00000002")))
                .containsExactly("2 objects under " + list + "00000001");
        assertThat(LeftBehind.lines(List.of(
                        "PATCH /a/b/0190-f3/: not removed: GET /a/b/0190-f3/: timeout",
                        "PATCH /a/b/7/: not removed: GET /a/b/7/: timeout")))
                .containsExactly("2 objects under /a/b/: not removed: GET /a/b/0190-f3/: timeout;"
                        + " first: PATCH /a/b/0190-f3/");
    }

    @Test
    void an_entry_of_another_form_is_shown_unchanged() {
        var entries = List.of("ledger.ndjson:3: no line of a ledger", "", "/a\n: x");
        assertThat(LeftBehind.lines(entries)).isEqualTo(entries);
    }
}
