package dev.core7.conformance.result;

/** How binding a clause is (RFC 2119): the page states a MUST; HTTP or PostHog's public behaviour gives a SHOULD. */
public enum Level {
    /** The page states it. */
    MUST,
    /** HTTP or PostHog's public behaviour says so. */
    SHOULD;

    /**
     * Whether what a clause of this level came to counts for the verdict.
     *
     * @param strict whether a SHOULD counts like a MUST
     */
    public boolean counts(boolean strict) {
        return strict || this == MUST;
    }
}
