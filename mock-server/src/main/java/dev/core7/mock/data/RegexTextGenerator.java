package dev.core7.mock.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Generates random texts that match a regular expression of literals, classes, groups, alternatives and repetitions. Lookaround and
 * backreferences are not supported.
 */
final class RegexTextGenerator {
    /** The maximum number of repetitions above the minimum if there is no upper bound. */
    private static final int MAX_MORE = 5;

    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String PRINTABLE = LETTERS + LETTERS.toUpperCase(Locale.ROOT) + DIGITS + " _-.,:;/!";

    private final String pattern;
    private final RandomGenerator random;
    private int at;

    private RegexTextGenerator(String pattern, RandomGenerator random) {
        this.pattern = pattern;
        this.random = random;
    }

    /** Returns a text; empty if the pattern is not supported. */
    static Optional<String> of(String pattern, RandomGenerator random) {
        try {
            return Optional.of(
                    new RegexTextGenerator(pattern, random).alternatives().get());
        } catch (UnsupportedOperationException | IndexOutOfBoundsException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Supplier<String> alternatives() {
        var sequences = new ArrayList<>(List.of(sequence()));
        while (takes("|")) {
            sequences.add(sequence());
        }
        return () -> sequences.get(random.nextInt(sequences.size())).get();
    }

    private Supplier<String> sequence() {
        var atoms = new ArrayList<Supplier<String>>();
        while (at < pattern.length() && !sees("|)")) {
            atoms.add(repeated(atom()));
        }
        return () -> String.join("", atoms.stream().map(Supplier::get).toList());
    }

    private Supplier<String> atom() {
        if (takes("(?:") || (!pattern.startsWith("(?", at) && takes("("))) {
            var group = alternatives();
            need(")");
            return group;
        }
        if (takes("[")) {
            return oneOf(bracketed());
        }
        if (takes("\\")) {
            return oneOf(escaped());
        }
        if (takes("^") || takes("$")) {
            return () -> "";
        }
        if (takes(".")) {
            return oneOf(PRINTABLE);
        }
        if (sees("(*+?{)")) {
            throw new UnsupportedOperationException();
        }
        return oneOf(String.valueOf(next()));
    }

    private Supplier<String> repeated(Supplier<String> atom) {
        int least = 1;
        int most = 1;
        if (takes("*")) {
            least = 0;
            most = MAX_MORE;
        } else if (takes("+")) {
            most = MAX_MORE;
        } else if (takes("?")) {
            least = 0;
        } else if (takes("{")) {
            var bounds = upTo('}').split(",", -1);
            least = Integer.parseInt(bounds[0]);
            most = bounds.length == 1 ? least : bounds[1].isEmpty() ? least + MAX_MORE : Integer.parseInt(bounds[1]);
        } else {
            return atom;
        }
        if (!takes("?")) { // A lazy or possessive text still matches, or is discarded.
            takes("+");
        }
        return times(atom, least, most);
    }

    private Supplier<String> times(Supplier<String> atom, int least, int most) {
        return () -> {
            var text = new StringBuilder();
            for (int i = random.nextInt(least, most + 1); i > 0; i--) {
                text.append(atom.get());
            }
            return text.toString();
        };
    }

    private Supplier<String> oneOf(String chars) {
        return () -> String.valueOf(chars.charAt(random.nextInt(chars.length())));
    }

    /** Parses a character class after its opening bracket. */
    private String bracketed() {
        boolean others = takes("^");
        var chars = new StringBuilder();
        do {
            if (takes("\\")) {
                chars.append(escaped());
            } else {
                char first = next();
                boolean isRange = sees("-") && pattern.charAt(at + 1) != ']';
                at += isRange ? 1 : 0;
                char last = isRange ? next() : first;
                for (char c = first; c <= last; c++) {
                    chars.append(c);
                }
            }
        } while (!takes("]"));
        return others ? without(chars.toString()) : chars.toString();
    }

    private static String without(String chars) {
        var rest = new StringBuilder();
        PRINTABLE.chars().filter(c -> chars.indexOf(c) < 0).forEach(c -> rest.append((char) c));
        return rest.toString();
    }

    /** Parses an escape after its backslash. */
    private String escaped() {
        char c = next();
        return switch (c) {
            case 'd' -> DIGITS;
            case 'D' -> without(DIGITS);
            case 'w' -> LETTERS + DIGITS + "_";
            case 'W' -> " -.,:";
            case 's' -> " ";
            case 'S' -> without(" ");
            case 't' -> "\t";
            case 'n' -> "\n";
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new UnsupportedOperationException();
                }
                yield String.valueOf(c);
            }
        };
    }

    private String upTo(char end) {
        int start = at;
        at = pattern.indexOf(end, at) + 1;
        return pattern.substring(start, at - 1);
    }

    private char next() {
        return pattern.charAt(at++);
    }

    private boolean sees(String chars) {
        return at < pattern.length() && chars.indexOf(pattern.charAt(at)) >= 0;
    }

    private boolean takes(String text) {
        boolean there = pattern.startsWith(text, at);
        at += there ? text.length() : 0;
        return there;
    }

    private void need(String text) {
        if (!takes(text)) {
            throw new UnsupportedOperationException();
        }
    }
}
