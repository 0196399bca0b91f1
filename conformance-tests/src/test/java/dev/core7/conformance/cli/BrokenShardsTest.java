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

/** A shard that was edited, cut short, or never was one: the file is named, and the place in it. */
class BrokenShardsTest {
    private static final String COMPLAINT = ": no shard as kit check --shard writes it, run it again: ";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void judges_half_of_an_operation() {
        Kit.run("check", "--shard", "1/2", "--operation", "annotations_list", "--out", out("one"));
        Kit.run("check", "--shard", "2/2", "--operation", "annotations_list", "--out", out("two"));
    }

    private static String out(String name) {
        return folder.resolve(name).toString();
    }

    private static Kit merge(String first) {
        return Kit.run("merge", out("two"), out(first), "--out", out("merged"));
    }

    private static void tells(String edited, String complaint) throws IOException {
        var file = folder.resolve("edited/shard.json");
        Files.createDirectories(file.getParent());
        Files.writeString(file, edited);
        assertThat(merge("edited").complaint())
                .isEqualTo("2 kit: " + file + COMPLAINT + complaint + System.lineSeparator());
    }

    @Test
    void as_they_were_written_they_are_the_whole() {
        assertThat(merge("one").complaint()).isEqualTo("0 ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "format":\\d+                  | "format":1                    | /format is 1, not 3
            "format":\\d+,                 |                               | /format is missing
            "shard":1                      | "shard":"one"                 | /shard is "one" (string), not a whole number
            "run":                         | "runs":                       | /run is missing
            "run":\\{.*?}                  | "run":{"contracts":1}         | /run/contracts is 1 (integer), not a text
            "started":"[^"]*"              | "started":"lately"            | /digest is not that of the file: something in it was changed
            "leftBehind":\\[]              | "leftBehind":[null]           | /digest is not that of the file: something in it was changed
            "results":\\[                  | "results":[0,                 | /results/0 is 0 (integer), not an object
            "level":"[A-Z]+"               | "level":"MAY"                 | /results/0/level is "MAY" (string), which is not a valid value here
            "outcome":"[a-z-]+"            | "outcome":"pased"             | /results/0/outcome is none that a shard can have
            "outcome":"[a-z-]+"            | "outcome":"failed"            | /results/0/findings is empty, though the clause failed
            "findings":\\[]                | "findings":[{"where":"x"}], "outcome":"failed" | /results/0/findings/0/expected is missing
            "sent":[a-z]+                  | "sent":"no"                   | /results/0/sent is "no" (string), not true or false
            "case":"[^"]*"                 | "case":null                   | /results/0/case is null, not a text
            "case":"[^"]*"                 | "case":"a"                    | /results/0/case is a, no case of the contract's operations
            "case":"[^"]*"                 | "case":"annotations_list"     | /results/0/case is annotations_list, no case of the contract's operations
            "exchanges":                   | "others":                     | /exchanges is missing
            "requestHeaders":\\{           | "requestHeaders":{"A":[],     | /exchanges/0/requestHeaders/A is [] (array), not a text
            "headers":\\{                  | "headers":{"a":"b",           | /exchanges/0/headers/a is "b" (string), not a list
            "status":\\d+                  | "status":"200"                | /exchanges/0/status is "200" (string), not a whole number
            "body":"[^"]*"                 | "body":"#"                    | /exchanges/0/body is "#" (string), which is not a valid value here
            "url":"[^"]*"                  | "url":null                    | /target/url is null, not a text
            "shard":1                      | "shard":9                     | /shard is 9, of 2
            "shard":1                      | "shard":0                     | /shard is 0, of 2
            "results":\\[.*],"exchanges"   | "results":[],"exchanges"      | /digest is not that of the file: something in it was changed
            "exchanges":\\[.*],"digest"    | "exchanges":[],"digest"       | /digest is not that of the file: something in it was changed
            "outcome":"not-applicable"     | "outcome":"passed"            | /digest is not that of the file: something in it was changed
            ,"digest":"[^"]*"              |                               | /digest is not that of the file: something in it was changed
            """)
    void an_edit_is_told_with_the_file_and_the_place(String was, String is, String complaint) throws IOException {
        var text = Files.readString(folder.resolve("one/shard.json"));
        var edited = text.replaceFirst(was, is == null ? "" : is);
        assertThat(edited).as("the edit found its place").isNotEqualTo(text);
        tells(edited, complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``  | empty
            []  | it is [] (array), not an object
            {"  | Unexpected end-of-input in property name at line 1, column 3
            """)
    void what_is_no_object_is_told(String text, String complaint) throws IOException {
        tells(text, complaint);
    }
}
