package dev.core7.contract;

/** What the page leaves open or gets wrong: what it shows, how the contract reads it, and why. */
public record Unclear(String page, String reading, String reason) {}
