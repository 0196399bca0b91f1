package dev.core7.conformance.target;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A change of a valid key that makes it invalid. A server that compares keys only in part, or after changing their case, accepts
 * it.
 */
public enum KeyChange {
    /** Without the last character; a server may compare only the beginning. */
    CUT(
            "cut-key",
            key -> !key.isPadded(),
            text -> text.substring(0, text.length() - 1),
            "{%s%%?}",
            ".replaceFirst(\".$\", \"\")"),
    /** With one more character at the end. */
    LONGER("longer-key", key -> !key.isPadded(), text -> text + "0", "{%s}0", " + \"0\""),
    /** With one more character at the beginning; a server may compare only the end. */
    PREFIXED("prefixed-key", key -> true, text -> "0" + text, "{%s/#/0}", ".replaceFirst(\"^\", \"0\")"),
    /** Without the first character. */
    WITHOUT_START("key-without-start", key -> true, text -> text.substring(1), "{%s:1}", ".substring(1)"),
    /** In upper case. */
    UPPER_CASE(
            "upper-case-key",
            key -> !key.isCaseless(),
            text -> text.toUpperCase(Locale.ROOT),
            "{%s^^}",
            ".toUpperCase(java.util.Locale.ROOT)"),
    /** With so many more characters that a server may cut or hash it, but few enough for the usual limits of headers and URLs. */
    VERY_LONG(
            "very-long-key",
            key -> !key.isPadded(),
            text -> text + "0".repeat(KeyChange.ADDED),
            "{%s}$(printf %%0" + KeyChange.ADDED + "d 0)",
            " + \"0\".repeat(" + KeyChange.ADDED + ")");

    /** Servers accept 8 KiB for all headers or for a URL. */
    private static final int ADDED = 6000;

    private final String caseName;
    private final Predicate<Key> applies;
    private final UnaryOperator<String> change;
    private final String bash;
    private final String java;

    KeyChange(String caseName, Predicate<Key> applies, UnaryOperator<String> change, String bash, String java) {
        this.caseName = caseName;
        this.applies = applies;
        this.change = change;
        this.bash = bash;
        this.java = java;
    }

    /** The name of the cases that send such a key. */
    public String caseName() {
        return caseName;
    }

    /** Whether the changed key must be unknown to every server. */
    public boolean appliesTo(Key key) {
        return applies.test(key);
    }

    /** The changed key; its variable is an expansion of bash that changes the variable of the key in the same way. */
    public Key apply(Key key) {
        return new Key(
                key.name() + "-" + caseName.replaceFirst("-?key-?", ""),
                change.apply(key.value()),
                Set.of(),
                key.project(),
                bash.formatted(key.variable()));
    }

    /** An expression of Java that reads the value of a key from its environment variable, and changes it as bash would. */
    public static String java(String variable) {
        for (KeyChange each : values()) {
            String name = variable.replaceFirst("^\\{(\\w+).*$", "$1");
            if (each.bash.formatted(name).equals(variable)) {
                return "(String.valueOf(" + read(name) + ")" + each.java + ")";
            }
        }
        return read(variable);
    }

    private static String read(String variable) {
        return "System.getenv(\"" + variable + "\")";
    }
}
