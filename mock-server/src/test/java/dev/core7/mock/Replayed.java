package dev.core7.mock;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Examples as the mock replays them. */
public final class Replayed {
    private Replayed() {}

    /** Returns an example with other links to the next and the previous page. */
    public static Map<String, @Nullable Object> of(@Nullable Object example, String next, String previous) {
        var replayed = new LinkedHashMap<>(Project.fields(example));
        replayed.put("next", next);
        replayed.put("previous", previous);
        return replayed;
    }

    /** Returns a body without links to other pages. */
    public static Map<String, @Nullable Object> withoutLinks(@Nullable Object body) {
        var fields = new LinkedHashMap<>(Project.fields(body));
        fields.keySet().removeAll(List.of("next", "previous"));
        return fields;
    }
}
