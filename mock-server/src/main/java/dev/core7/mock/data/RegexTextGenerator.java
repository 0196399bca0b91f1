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
    private static final int MAX_EXTRA = 5;

    private static final String DIGITS = "0123456789";
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final String PRINTABLE = LETTERS + LETTERS.toUpperCase(Locale.ROOT) + DIGITS + " _-.,:;/!";

    private final String pattern;
    private final RandomGenerator random;
    private int position;

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
        while (accept("|")) {
            sequences.add(sequence());
        }
        return () -> sequences.get(random.nextInt(sequences.size())).get();
    }

    private Supplier<String> sequence() {
        var atoms = new ArrayList<Supplier<String>>();
        while (position < pattern.length() && !isNext("|)")) {
            atoms.add(repeated(atom()));
        }
        return () -> String.join("", atoms.stream().map(Supplier::get).toList());
    }

    private Supplier<String> atom() {
        if (accept("(?:") || (!pattern.startsWith("(?", position) && accept("("))) {
            var group = alternatives();
            expect(")");
            return group;
        }
        if (accept("[")) {
            return oneOf(bracketed());
        }
        if (accept("\\")) {
            return oneOf(escaped());
        }
        if (accept("^") || accept("$")) {
            return () -> "";
        }
        if (accept(".")) {
            return oneOf(PRINTABLE);
        }
        if (isNext("(*+?{)")) {
            throw new UnsupportedOperationException();
        }
        return oneOf(String.valueOf(next()));
    }

    private Supplier<String> repeated(Supplier<String> atom) {
        int min = 1;
        int max = 1;
        if (accept("*")) {
            min = 0;
            max = MAX_EXTRA;
        } else if (accept("+")) {
            max = MAX_EXTRA;
        } else if (accept("?")) {
            min = 0;
        } else if (accept("{")) {
            var bounds = upTo('}').split(",", -1);
            min = Integer.parseInt(bounds[0]);
            max = bounds.length == 1 ? min : bounds[1].isEmpty() ? min + MAX_EXTRA : Integer.parseInt(bounds[1]);
        } else {
            return atom;
        }
        if (!accept("?")) { // A lazy or possessive text still matches, or is discarded.
            accept("+");
        }
        return times(atom, min, max);
    }

    private Supplier<String> times(Supplier<String> atom, int min, int max) {
        return () -> {
            var text = new StringBuilder();
            for (int i = random.nextInt(min, max + 1); i > 0; i--) {
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
        boolean negated = accept("^");
        var chars = new StringBuilder();
        do {
            if (accept("\\")) {
                chars.append(escaped());
            } else {
                char first = next();
                boolean isRange = isNext("-") && pattern.charAt(position + 1) != ']';
                position += isRange ? 1 : 0;
                char last = isRange ? next() : first;
                for (char c = first; c <= last; c++) {
                    chars.append(c);
                }
            }
        } while (!accept("]"));
        return negated ? without(chars.toString()) : chars.toString();
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
        int start = position;
        position = pattern.indexOf(end, position) + 1;
        return pattern.substring(start, position - 1);
    }

    private char next() {
        return pattern.charAt(position++);
    }

    private boolean isNext(String chars) {
        return position < pattern.length() && chars.indexOf(pattern.charAt(position)) >= 0;
    }

    private boolean accept(String text) {
        boolean accepted = pattern.startsWith(text, position);
        position += accepted ? text.length() : 0;
        return accepted;
    }

    private void expect(String text) {
        if (!accept(text)) {
            throw new UnsupportedOperationException();
        }
    }
}
