package dev.core7.conformance.shard;

import dev.core7.conformance.recording.JsonFields;
import dev.core7.contract.InputException;
import dev.core7.contract.InputFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A {@code shard.json} that was read, but not yet interpreted. {@link ShardContents} interprets it with the contract.
 *
 * @param hasValidDigest whether the content is complete and unmodified
 */
record ShardHeader(Path file, JsonFields json, boolean hasValidDigest) {
    /**
     * Reads the file of a shard.
     *
     * @param folder the output folder of {@code kit check --shard}
     * @throws InputException if the folder has no such file, or if its format is another one
     */
    static ShardHeader read(Path folder) {
        var file = folder.resolve(ShardFile.FILE_NAME);
        try {
            String text = InputFile.text(file, InputFile.GENERATED_LIMIT);
            var json = JsonFields.parse(
                    text, file.toString(), "not a shard written by this kit; run kit check --shard again");
            if (json.number("format") != ShardFile.FORMAT) {
                throw json.problem("format", "is " + json.number("format") + ", not " + ShardFile.FORMAT);
            }
            return new ShardHeader(file, json, ShardFile.hasValidDigest(text));
        } catch (IOException e) {
            throw new InputException(
                    folder + ": contains no readable " + ShardFile.FILE_NAME
                            + ": give an output folder of kit check --shard",
                    e);
        }
    }

    /** Returns the number of the shard, from 1. */
    int number() {
        return json.number("shard");
    }

    /**
     * Verifies the number of the shard and the digest.
     *
     * @throws InputException if the file was changed after it was written
     */
    void verify() {
        int all = numberOfShards();
        if (number() < 1 || number() > all) {
            throw json.problem("shard", "is " + number() + ", not a number from 1 to " + all);
        }
        if (!hasValidDigest) {
            throw json.problem("digest", "does not match the content: the file was changed after it was written");
        }
    }

    /** Returns the number of shards that the run has. */
    int numberOfShards() {
        return common().parsed(ShardFile.NUMBER, Integer::valueOf);
    }

    /** Returns the properties that all shards of a run have in common. Error messages use their names. */
    JsonFields common() {
        return json.below("run");
    }
}
