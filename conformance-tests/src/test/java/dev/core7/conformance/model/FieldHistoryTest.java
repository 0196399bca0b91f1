package dev.core7.conformance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldHistoryTest {
    private final FieldHistory history = new FieldHistory();

    private void written(Object value, long from, long to, boolean certain) {
        history.add(new Claim(Claim.Kind.WRITTEN, value, new Span(from, to), certain, Optional.empty()));
    }

    private List<@Nullable Object> at(long from, long to) {
        return history.at(new Span(from, to)).stream()
                .<@Nullable Object>map(Claim::value)
                .toList();
    }

    @Test
    void the_last_of_several_writes_holds() {
        written("one", 1, 2, true);
        written("two", 3, 4, true);

        assertThat(at(5, 6)).containsExactly("two");
    }

    @Test
    void each_of_two_overlapping_writes_may_be_the_last() {
        written("none", 0, 1, true);
        written("one", 2, 5, true);
        written("two", 3, 6, true);

        assertThat(at(7, 8)).containsExactly("one", "two");
    }

    @Test
    void a_read_beside_a_write_may_show_what_was_before() {
        written("one", 1, 2, true);
        written("two", 3, 6, true);

        assertThat(at(4, 5)).containsExactly("one", "two");
    }

    @Test
    void the_response_to_a_write_shows_it_or_one_that_overlaps() {
        written("none", 0, 1, true);
        written("one", 2, 5, true);
        written("two", 3, 9, true);

        assertThat(at(5, 5)).containsExactly("one", "two");
    }

    @Test
    void a_write_of_unknown_outcome_may_have_taken_effect_or_not() {
        written("one", 1, 2, true);
        written("two", 3, Long.MAX_VALUE, false);

        assertThat(at(7, 8)).containsExactly("one", "two");
        assertThat(history.known(new Span(7, 8), Optional.empty())).isEmpty();
    }
}
