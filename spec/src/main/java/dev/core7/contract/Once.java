package dev.core7.contract;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What takes its time to make, and is made when it is first asked for. */
public final class Once<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    /** @param maker is called once, whichever threads ask at the same time */
    public Once(Supplier<T> maker) {
        this.maker = maker;
    }

    /** Whether somebody has asked for it. */
    public boolean isMade() {
        return made != null;
    }

    @Override
    public T get() {
        var known = made;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        var known = made;
        if (known == null) {
            known = maker.get();
            made = known;
        }
        return known;
    }
}
