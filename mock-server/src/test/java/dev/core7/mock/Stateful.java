package dev.core7.mock;

/** A new mock with state for each test, and two of its projects. */
public abstract class Stateful extends FreshMock {
    protected final Project one = new Project(mock, "1");
    protected final Project two = new Project(mock, "2");

    protected Stateful() {
        super(MockOptions.defaults().withState());
    }
}
