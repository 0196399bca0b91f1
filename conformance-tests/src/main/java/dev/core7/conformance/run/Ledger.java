package dev.core7.conformance.run;

/** Is told of every object before and after it is created, so that a killed run can be cleaned up. */
public interface Ledger {
    /** Keeps nothing. */
    Ledger NONE = new Ledger() {
        @Override
        public void creating(Request request) {}

        @Override
        public void created(Request request, Request tidyUp) {}

        @Override
        public void refused(Request request) {}

        @Override
        public void tidiedUp(Request tidyUp) {}
    };

    /** {@code request} is about to be sent, and may create an object that carries its mark. */
    void creating(Request request);

    /** {@code request} has created an object; {@code tidyUp} takes it away again. */
    void created(Request request, Request tidyUp);

    /** An object was created, of which its answer tells more than the request; {@code tidyUp} takes it away again. */
    default void created(Inventory.Created object, Request tidyUp) {
        created(object.request(), tidyUp);
    }

    /** {@code request} was answered and has created nothing. */
    void refused(Request request);

    /** {@code tidyUp} was sent and accepted. */
    void tidiedUp(Request tidyUp);
}
