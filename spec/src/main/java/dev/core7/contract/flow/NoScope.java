package dev.core7.contract.flow;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The scope of a query that stands outside any step: it sees nothing. */
enum NoScope implements Scope {
    INSTANCE;

    @Override
    public Object input(String name) throws MissingValueException {
        throw new MissingValueException("no input can be named here");
    }

    @Override
    public Object output(String step, String name) throws MissingValueException {
        throw new MissingValueException("no step can be named here");
    }

    @Override
    public int status() {
        return 0;
    }

    @Override
    public @Nullable Object body() {
        return null;
    }

    @Override
    public Optional<String> header(String name) {
        return Optional.empty();
    }
}
