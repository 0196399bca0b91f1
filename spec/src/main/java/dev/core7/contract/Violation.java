package dev.core7.contract;

/**
 * A violation of a schema by a value.
 *
 * @param where JSON Pointer to the invalid part of the value; empty: the whole value
 * @param keyword the violated JSON Schema keyword, such as {@code type} or {@code required}
 * @param expected what the schema expects
 * @param actual the value that was found
 */
public record Violation(String where, String keyword, String expected, String actual) {}
