package dev.core7.contract;

/** A point that the documentation leaves open or gets wrong: what it shows, how the contract reads it, and why. */
public record OpenQuestion(String page, String reading, String reason) {}
