package dev.core7.conformance.selection;

import dev.core7.conformance.result.Outcome;
import dev.core7.contract.InputException;
import java.util.regex.Pattern;

/**
 * One of several parts that a run is split into, each for a machine of its own.
 *
 * @param number from 1
 * @param of how many there are
 */
public record Shard(int number, int of) {
    /** What a shard says of all that is in another one. */
    public static final Outcome.Excluded ELSEWHERE = new Outcome.Excluded("in another shard");

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    /**
     * Reads a shard as people write it: {@code 2/5}.
     *
     * @throws InputException where it is none
     */
    public static Shard parse(String text) {
        var parts = FORM.matcher(text);
        if (parts.matches()) {
            var shard = new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
            if (shard.number >= 1 && shard.number <= shard.of) {
                return shard;
            }
        }
        throw new InputException("--shard " + text + ": give the shard and how many there are, from 1/5 to 5/5");
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
