package dev.core7.contract.flow;

/** The scope of a query outside of steps, without inputs and outputs. */
enum EmptyScope implements Scope {
    INSTANCE;

    @Override
    public Object input(String name) throws MissingValueException {
        throw new MissingValueException("inputs are not available here");
    }

    @Override
    public Object output(String step, String name) throws MissingValueException {
        throw new MissingValueException("outputs of steps are not available here");
    }
}
