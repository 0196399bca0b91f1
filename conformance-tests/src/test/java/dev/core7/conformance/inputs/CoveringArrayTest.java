package dev.core7.conformance.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoveringArrayTest {
    private static final Map<String, List<Integer>> FIELDS = fields();

    private static Map<String, List<Integer>> fields() {
        var fields = new LinkedHashMap<String, List<Integer>>();
        fields.put("a", List.of(1, 2, 3, 4));
        fields.put("b", List.of(1, 2, 3));
        fields.put("c", List.of(1, 2));
        fields.put("d", List.of(1, 2));
        return fields;
    }

    private static Set<String> pairs(List<CoveringArray.Row<Integer>> rows) {
        var pairs = new HashSet<String>();
        rows.forEach(row -> row.values()
                .forEach((one, a) -> row.values().forEach((other, b) -> {
                    if (one.compareTo(other) < 0) {
                        pairs.add(one + a + other + b);
                    }
                })));
        return pairs;
    }

    @Test
    void without_a_tight_limit_every_pair_of_values_is_in_a_row() {
        var rows = CoveringArray.of(List.of(FIELDS), 100);

        assertThat(pairs(rows)).hasSize(4 * 3 + 4 * 2 + 4 * 2 + 3 * 2 + 3 * 2 + 2 * 2);
        assertThat(rows).hasSizeBetween(4 * 3, 4 * 3 + 3);
    }

    @Test
    void a_limit_keeps_every_value() {
        var rows = CoveringArray.of(List.of(FIELDS), 1);

        assertThat(rows).hasSize(4);
        FIELDS.forEach((field, values) ->
                assertThat(rows).extracting(row -> row.values().get(field)).containsAll(values));
    }

    @Test
    void rows_up_to_the_limit_add_pairs() {
        assertThat(pairs(CoveringArray.of(List.of(FIELDS), 8)))
                .hasSizeGreaterThan(pairs(CoveringArray.of(List.of(FIELDS), 4)).size());
    }

    @Test
    void fields_keep_their_order_and_rows_are_always_the_same() {
        var rows = CoveringArray.of(List.of(FIELDS), 8);

        assertThat(rows).isEqualTo(CoveringArray.of(List.of(FIELDS), 8));
        assertThat(rows.get(0).values().keySet()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void kinds_alternate_and_share_their_values() {
        var one = Map.of("name", List.of(1, 2, 3, 4));
        var other = Map.of("name", List.of(1, 2, 3, 4), "only", List.of(7, 8));

        var rows = CoveringArray.of(List.of(one, other), 1);

        assertThat(rows).extracting(CoveringArray.Row::kind).containsExactly(0, 1, 0, 1);
        assertThat(rows).extracting(row -> row.values().get("name")).containsExactlyInAnyOrder(1, 2, 3, 4);
        assertThat(rows).extracting(row -> row.values().get("only")).contains(7, 8);
    }

    @Test
    void a_kind_without_fields_has_no_rows() {
        assertThat(CoveringArray.of(List.of(Map.of(), FIELDS), 6))
                .extracting(CoveringArray.Row::kind)
                .containsOnly(1);
        assertThat(CoveringArray.of(List.of(Map.<String, List<Integer>>of()), 6))
                .isEmpty();
    }
}
