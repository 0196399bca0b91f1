package dev.core7.mock.state;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param all the objects on all pages, in order
 * @param from where the page begins in {@code all}
 * @param to where the page ends in {@code all}
 * @param count the number of objects that the page reports
 * @param next the URL of the next page; null: this is the last
 * @param previous the URL of the previous page; null: this is the first
 */
public record Page(
        List<StoredObject> all,
        int from,
        int to,
        int count,
        @Nullable String next,
        @Nullable String previous) {
    /** Copies {@code all} and limits both ends to it. */
    public Page {
        all = List.copyOf(all);
        from = Math.max(0, Math.min(from, all.size()));
        to = Math.max(from, Math.min(to, all.size()));
    }

    /** Returns the objects on the page. */
    public List<StoredObject> rows() {
        return all.subList(from, to);
    }

    /** Returns a copy with other objects. */
    public Page withAll(List<StoredObject> other) {
        return new Page(other, from, to, count, next, previous);
    }

    /** Returns a copy with other ends. */
    public Page between(int otherFrom, int otherTo) {
        return new Page(all, otherFrom, otherTo, count, next, previous);
    }

    /** Returns a copy with another count. */
    public Page withCount(int other) {
        return new Page(all, from, to, other, next, previous);
    }

    /** Returns a copy with another link to the next page. */
    public Page withNext(@Nullable String other) {
        return new Page(all, from, to, count, other, previous);
    }

    /** Returns a copy with another link to the previous page. */
    public Page withPrevious(@Nullable String other) {
        return new Page(all, from, to, count, next, other);
    }
}
