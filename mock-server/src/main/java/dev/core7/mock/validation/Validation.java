package dev.core7.mock.validation;

/** How strictly requests are validated. Keys, scopes, paths and methods are checked in any case. */
public enum Validation {
    /** Contents are not validated. */
    OFF,
    /** Violations are reported, and the request is handled as if it were valid. */
    WARN,
    /** Violations are reported, and the request is refused if PostHog refuses it. */
    ENFORCE
}
