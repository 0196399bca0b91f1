package dev.core7.mock.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param all what every page together shows, in its order
 * @param from where the page begins in it
 * @param to where the page ends in it
 * @param count how many the page says there are
 * @param next the address of the page after it; null: it is the last
 * @param previous the address of the page before it; null: it is the first
 */
public record Page(
        List<StoredObject> all,
        int from,
        int to,
        int count,
        @Nullable String next,
        @Nullable String previous) {
    /** {@code all} is copied, and both ends are brought into it. */
    public Page {
        all = List.copyOf(all);
        from = Math.max(0, Math.min(from, all.size()));
        to = Math.max(from, Math.min(to, all.size()));
    }

    /** The objects on it. */
    public List<StoredObject> rows() {
        return all.subList(from, to);
    }

    /** The same with other objects between its ends. */
    public Page withAll(List<StoredObject> other) {
        return new Page(other, from, to, count, next, previous);
    }

    /** The same with other ends. */
    public Page between(int otherFrom, int otherTo) {
        return new Page(all, otherFrom, otherTo, count, next, previous);
    }

    /** The same with another number. */
    public Page withCount(int other) {
        return new Page(all, from, to, other, next, previous);
    }

    /** The same with another address of the next page. */
    public Page withNext(@Nullable String other) {
        return new Page(all, from, to, count, other, previous);
    }

    /** The same with another address of the page before. */
    public Page withPrevious(@Nullable String other) {
        return new Page(all, from, to, count, next, other);
    }
}
