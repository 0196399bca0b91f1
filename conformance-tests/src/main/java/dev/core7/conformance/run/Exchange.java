package dev.core7.conformance.run;

/** A case that was sent: its request and the answer. */
public record Exchange(Case sent, Request request, Response response) implements Attempt {
    /** Whether the server did what was asked: the documented status, or any 2xx. */
    public boolean accepted() {
        int status = response.status();
        return status == sent.called().success().status() || status / 100 == 2;
    }

    /** Whether the operation itself was called and did what was asked: another method of its path shows nothing of it. */
    public boolean shows() {
        return accepted() && request.method().equals(sent.called().method());
    }
}
