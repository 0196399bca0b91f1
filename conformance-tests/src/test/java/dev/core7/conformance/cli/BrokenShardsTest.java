package dev.core7.conformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shard files that were edited or truncated are rejected with the file and the position. */
class BrokenShardsTest {
    private static final String COMPLAINT = ": not a shard written by this kit; run kit check --shard again: ";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void run_two_shards() {
        Kit.run("check", "--shard", "1/2", "--operation", "annotations_list", "--out", out("one"));
        Kit.run("check", "--shard", "2/2", "--operation", "annotations_list", "--out", out("two"));
    }

    private static String out(String name) {
        return folder.resolve(name).toString();
    }

    private static Kit merge(String first) {
        return Kit.run("merge", out("two"), out(first), "--out", out("merged"));
    }

    private static void assertRejected(String edited, String complaint) throws IOException {
        var file = folder.resolve("edited/shard.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, edited);
        assertThat(merge("edited").complaint())
                .isEqualTo("2 kit: " + file + COMPLAINT + complaint + System.lineSeparator());
    }

    @Test
    void unmodified_shards_can_be_merged() {
        assertThat(merge("one").complaint()).isEqualTo("0 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "format":\\d+                  | "format":1                    | /format is 1, not 5
            "format":\\d+,                 |                               | /format is missing
            "shard":1                      | "shard":"one"                 | /shard is "one" (string), not a whole number
            "run":                         | "runs":                       | /run is missing
            "run":\\{.*?}                  | "run":{"contracts":1}         | /run/contracts is 1 (integer), not a text
            "started":"[^"]*"              | "started":"lately"            | /digest does not match the content: the file was changed after it was written
            "leftBehind":\\[]              | "leftBehind":[null]           | /digest does not match the content: the file was changed after it was written
            "results":\\[                  | "results":[0,                 | /results/0 is 0 (integer), not an object
            "level":"[A-Z]+"               | "level":"MAY"                 | /results/0/level is "MAY" (string), which is not a valid value here
            "outcome":"[a-z-]+"            | "outcome":"pased"             | /results/0/outcome is not an outcome that a shard can contain
            "outcome":"[a-z-]+"            | "outcome":"failed"            | /results/0/findings is empty, but the outcome is "failed"
            "findings":\\[]                | "findings":[{"where":"x"}], "outcome":"failed" | /results/0/findings/0/expected is missing
            "sent":[a-z]+                  | "sent":"no"                   | /results/0/sent is "no" (string), not true or false
            "case":"[^"]*"                 | "case":null                   | /results/0/case is null, not a text
            "case":"[^"]*"                 | "case":"a"                    | /results/0/case is a, not a case of an operation in the contract
            "case":"[^"]*"                 | "case":"annotations_list"     | /results/0/case is annotations_list, not a case of an operation in the contract
            "exchanges":                   | "others":                     | /exchanges is missing
            "headers":\\{                  | "headers":{"A":[],            | /exchanges/0/request/headers/A is [] (array), not a text
            "seconds":([0-9.]+),"headers":\\{ | "seconds":$1,"headers":{"a":"b", | /exchanges/0/response/headers/a is "b" (string), not a list
            "status":\\d+                  | "status":"200"                | /exchanges/0/response/status is "200" (string), not a whole number
            "body":"[^"\\\\]*(?:\\\\.[^"\\\\]*)*","encoding":"text" | "body":"#","encoding":"base64" | /exchanges/0/response/body is "#" (string), which is not a valid value here
            "url":"[^"]*"                  | "url":null                    | /target/url is null, not a text
            "shard":1                      | "shard":9                     | /shard is 9, not a number from 1 to 2
            "shard":1                      | "shard":0                     | /shard is 0, not a number from 1 to 2
            "results":\\[.*],"exchanges"   | "results":[],"exchanges"      | /digest does not match the content: the file was changed after it was written
            "exchanges":\\[.*],"digest"    | "exchanges":[],"digest"       | /digest does not match the content: the file was changed after it was written
            "outcome":"not-applicable"     | "outcome":"passed"            | /digest does not match the content: the file was changed after it was written
            ,"digest":"[^"]*"              |                               | /digest does not match the content: the file was changed after it was written
            """)
    void an_edited_shard_is_rejected_with_its_file_and_position(String was, String is, String complaint)
            throws IOException {
        var text = Files.readString(folder.resolve("one/shard.json"));
        var edited = text.replaceFirst(was, is == null ? "" : is);
        assertThat(edited).as("the edit changes the file").isNotEqualTo(text);
        assertRejected(edited, complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``  | empty
            []  | it is [] (array), not an object
            {"  | Unexpected end-of-input in property name at line 1, column 3
            """)
    void a_file_without_a_json_object_is_rejected(String text, String complaint) throws IOException {
        assertRejected(text, complaint);
    }
}
