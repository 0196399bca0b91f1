package dev.core7.mock.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompactMapTest {
    private static Map<String, @Nullable Object> some() {
        var some = new LinkedHashMap<String, @Nullable Object>();
        some.put("z", 1);
        some.put("a", null);
        some.put("m", "text");
        return some;
    }

    @Test
    void has_the_entries_of_the_original_in_order() {
        var copy = CompactMap.copyOf(some());
        assertThat(copy).isEqualTo(some()).hasSameHashCodeAs(some());
        assertThat(copy.keySet()).containsExactly("z", "a", "m");
        assertThat(copy.values()).containsExactly(1, null, "text");
    }

    @Test
    void distinguishes_null_from_absence() {
        var copy = CompactMap.copyOf(some());
        assertThat(copy.containsKey("a")).isTrue();
        assertThat(copy.getOrDefault("a", 5)).isNull();
        assertThat(copy.containsKey("b")).isFalse();
        assertThat(copy.getOrDefault("b", 5)).isEqualTo(5);
        assertThat(copy.get("m")).isEqualTo("text");
    }

    @Test
    void is_immutable() {
        var before = some();
        var copy = CompactMap.copyOf(before);
        before.put("z", 2);
        assertThat(copy).containsEntry("z", 1);
        assertThatThrownBy(() -> copy.put("z", 2)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> copy.remove("z")).isInstanceOf(UnsupportedOperationException.class);
        assertThat(CompactMap.copyOf(copy)).isSameAs(copy);
    }
}
