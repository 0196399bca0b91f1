package dev.core7.conformance.run;

/** Is told of every object before and after it is created, so that a killed run can be cleaned up. */
public interface Ledger {
    /** Keeps nothing. */
    Ledger NONE = new Ledger() {
        @Override
        public void creating(Request request) {}

        @Override
        public void created(Inventory.Created object, Request tidyUp) {}

        @Override
        public void refused(Request request) {}

        @Override
        public void tidiedUp(Request tidyUp) {}
    };

    /** {@code request} is about to be sent, and may create an object that carries its mark. */
    void creating(Request request);

    /** An object was created; {@code tidyUp} takes it away again. */
    void created(Inventory.Created object, Request tidyUp);

    /** {@code request} was answered and has created nothing. */
    void refused(Request request);

    /** {@code tidyUp} was sent and accepted. */
    void tidiedUp(Request tidyUp);
}
