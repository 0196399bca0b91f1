package dev.core7.mock;

/** How far requests are held to the contract. Keys, scopes, paths and methods are looked at in any case. */
public enum Validation {
    /** Contents are not looked at. */
    OFF,
    /** What breaks the contract is told, and answered as if it were right. */
    WARN,
    /** What breaks the contract is told, and refused where PostHog refuses it. */
    ENFORCE
}
