package dev.core7.conformance.result;

/** How binding a clause is (RFC 2119). */
public enum Level {
    /** The API's page states it. */
    MUST,
    /** HTTP or PostHog's public behaviour defines it. */
    SHOULD;

    /**
     * Whether results of this level count for the verdict.
     *
     * @param strict whether a SHOULD counts like a MUST
     */
    public boolean affectsVerdict(boolean strict) {
        return strict || this == MUST;
    }
}
