package dev.core7.contract;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is created on first access, once, even if several threads access it. */
public final class Lazy<T> implements Supplier<T> {
    private final Supplier<T> factory;
    private volatile @Nullable T value;

    /** @param factory creates the value */
    public Lazy(Supplier<T> factory) {
        this.factory = factory;
    }

    /** Returns whether the value was created. */
    public boolean isCreated() {
        return value != null;
    }

    @Override
    public T get() {
        var known = value;
        return known == null ? create() : known;
    }

    private synchronized T create() {
        var known = value;
        if (known == null) {
            known = factory.get();
            value = known;
        }
        return known;
    }
}
