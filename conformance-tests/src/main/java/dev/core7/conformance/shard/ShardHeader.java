package dev.core7.conformance.shard;

import dev.core7.conformance.recording.JsonFields;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A {@code shard.json} as it was read: its fields alone, for what they are about is known with the contract only.
 *
 * @param isWhole whether its digest is right, so that nothing was edited or got lost
 */
record ShardHeader(Path file, JsonFields json, boolean isWhole) {
    /**
     * Reads a shard.
     *
     * @param folder what {@code kit check --shard} has written
     * @throws InputException where it has none, or one of another format
     */
    static ShardHeader read(Path folder) {
        var file = folder.resolve(ShardFile.FILE_NAME);
        try {
            String text = InputFile.text(file, InputFile.GENERATED_LIMIT);
            var json = JsonFields.parse(text, file.toString(), "no shard as kit check --shard writes it, run it again");
            if (json.number("format") != ShardFile.FORMAT) {
                throw json.problem("format", "is " + json.number("format") + ", not " + ShardFile.FORMAT);
            }
            return new ShardHeader(file, json, ShardFile.isWhole(text));
        } catch (IOException e) {
            throw new InputException(
                    folder + ": no " + ShardFile.FILE_NAME
                            + " in it that can be read: give a folder that kit check --shard has written",
                    e);
        }
    }

    int number() {
        return json.number("shard");
    }

    /** @throws InputException where it is not all that was written */
    void check() {
        var all = run().parsed(ShardFile.NUMBER, Integer::valueOf);
        if (number() < 1 || number() > all) {
            throw json.problem("shard", "is " + number() + ", of " + all);
        }
        if (!isWhole) {
            throw json.problem("digest", "is not that of the file: something in it was changed");
        }
    }

    /** What it has in common with the other shards of its run, by the words of a complaint. */
    JsonFields run() {
        return json.below("run");
    }
}
