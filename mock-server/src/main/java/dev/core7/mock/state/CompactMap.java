package dev.core7.mock.state;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of few entries in their order. A linked map of fifteen fields takes five times as much memory, which matters for
 * hundreds of thousands of objects.
 */
final class CompactMap extends AbstractMap<String, @Nullable Object> {
    /** Alternating names and values. */
    private final @Nullable Object[] pairs;

    private CompactMap(@Nullable Object[] pairs) {
        this.pairs = pairs;
    }

    /** Returns a copy of a map. */
    static Map<String, @Nullable Object> copyOf(Map<String, ? extends @Nullable Object> map) {
        if (map instanceof CompactMap) {
            return (CompactMap) map;
        }
        var pairs = new @Nullable Object[2 * map.size()];
        int i = 0;
        for (var entry : map.entrySet()) {
            pairs[i++] = entry.getKey();
            pairs[i++] = entry.getValue();
        }
        return new CompactMap(pairs);
    }

    private int find(@Nullable Object name) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return find(name) >= 0;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int i = find(name);
        return i < 0 ? null : pairs[i + 1];
    }

    @Override
    public Set<Map.Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return pairs.length / 2;
            }

            @Override
            public Iterator<Map.Entry<String, @Nullable Object>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < pairs.length;
                    }

                    @Override
                    public Map.Entry<String, @Nullable Object> next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        next += 2;
                        return new SimpleImmutableEntry<>((String) pairs[next - 2], pairs[next - 1]);
                    }
                };
            }
        };
    }
}
