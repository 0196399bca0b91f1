package dev.core7.contract;

/**
 * One place where a value breaks its schema.
 *
 * @param where JSON Pointer into the value; empty: the whole value
 * @param keyword the JSON Schema keyword that is broken, such as {@code type} or {@code required}
 * @param expected what the schema wants there
 * @param actual what stands there
 */
public record Violation(String where, String keyword, String expected, String actual) {}
