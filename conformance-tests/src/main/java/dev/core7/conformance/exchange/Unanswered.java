package dev.core7.conformance.exchange;

/**
 * A request without an HTTP response: the connection broke, the time limit was exceeded, or the response was not HTTP.
 *
 * @param problem what happened, as the transport reports it
 * @param unreachable whether no connection could be established
 * @param tries how often the request was sent
 * @param othersResponded whether the server responded to other operations both before and after it
 */
public record Unanswered(
        Case sent, Request request, String problem, boolean unreachable, int tries, boolean othersResponded)
        implements Attempt {
    /** The location of a finding about a missing response. */
    public static final String WHERE = "response";

    /** The same request with the number of tries, and whether the server responded to other operations. */
    public Unanswered withRetries(int tries, boolean othersResponded) {
        return new Unanswered(sent, request, problem, unreachable, tries, othersResponded);
    }

    /** The request and what happened, as the reason of a result that is not proven. */
    public String reason() {
        return request.method() + " " + request.path() + ": " + problem;
    }

    /** What happened, with the number of tries if there was more than one. */
    public String problemWithTries() {
        return tries == 1 ? problem : problem + " (" + tries + " times)";
    }
}
