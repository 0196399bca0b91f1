package dev.core7.conformance.selection;

import dev.core7.conformance.result.Outcome;
import dev.core7.contract.InputException;
import java.util.regex.Pattern;

/**
 * One of the parts into which a run is split, each for its own machine.
 *
 * @param number from 1
 * @param of the number of shards
 */
public record Shard(int number, int of) {
    /** The outcome of everything that belongs to another shard. */
    public static final Outcome.Excluded ELSEWHERE = new Outcome.Excluded("in another shard");

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    /**
     * Parses a shard such as {@code 2/5}.
     *
     * @throws InputException if the text is not a shard
     */
    public static Shard parse(String text) {
        var parts = FORM.matcher(text);
        if (parts.matches()) {
            var shard = new Shard(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
            if (shard.number >= 1 && shard.number <= shard.of) {
                return shard;
            }
        }
        throw new InputException("--shard " + text + ": expected a shard and the number of shards, from 1/5 to 5/5");
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
