package dev.core7.contract.flow;

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
}
