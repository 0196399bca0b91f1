package dev.core7.conformance.exchange;

/**
 * A request that got no HTTP response: the connection broke, time ran out, or what came was no HTTP.
 *
 * @param problem what happened, as the transport says it
 * @param unreachable whether not even a connection could be made
 * @param tries how often the request was sent
 * @param isolated whether the server answered other operations both before and after it
 */
public record Unanswered(Case sent, Request request, String problem, boolean unreachable, int tries, boolean isolated)
        implements Attempt {
    /** What a finding gives as its place if there is no response. */
    public static final String WHERE = "response";

    /** The same request, with what later requests have shown. */
    public Unanswered confirmed(int times, boolean others) {
        return new Unanswered(sent, request, problem, unreachable, times, others);
    }

    /** The request and what happened to it, as the reason of a result that is not proven. */
    public String reason() {
        return request.method() + " " + request.path() + ": " + problem;
    }

    /** What happened, and how often if the request was sent more than once. */
    public String problemWithTries() {
        return tries == 1 ? problem : problem + " (" + tries + " times)";
    }
}
