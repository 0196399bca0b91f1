package dev.core7.mock.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.core7.contract.InputException;
import dev.core7.mock.Client;
import dev.core7.mock.FreshMock;
import dev.core7.mock.MockOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests preferences for all requests. */
class PreferencesTest extends FreshMock {
    @TempDir
    private Path folder;

    private void restart(Preferences preferences) {
        restart(MockOptions.defaults().withPreferences(preferences));
    }

    private Client.Response get(String path) {
        return Client.withAllScopes(mock).send("GET", path);
    }

    private Client.Response get(String path, String preference) {
        return Client.withAllScopes(mock).header("Prefer", preference).send("GET", path);
    }

    private List<Integer> statuses(int requests) {
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < requests; i++) {
            statuses.add(get(ANNOTATIONS).status());
        }
        return statuses;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("prefer.yaml"), text);
    }

    @Test
    void apply_to_every_request_with_a_key() {
        restart(Preferences.none().with("code=503"));
        assertThat(get(ANNOTATIONS).status()).isEqualTo(503);
        assertThat(get(COHORTS).status()).isEqualTo(503);
        assertThat(Client.of(mock).send("GET", COHORTS).status()).isEqualTo(401);
        assertThat(mock.violations()).isEmpty();
    }

    @Test
    void yield_to_the_preference_of_a_request() {
        restart(Preferences.none().with("code=503").with("delay=1-2"));
        assertThat(get(ANNOTATIONS, "code=429").status()).isEqualTo(429);
        assertThat(get(ANNOTATIONS, "example=page").body()).startsWith("{\"count\":123,");
        assertThat(get(ANNOTATIONS, "dynamic=false").status()).isEqualTo(200);
        assertThat(get(ANNOTATIONS, "delay=0").status()).isEqualTo(503);
    }

    @Test
    void request_can_disable_a_fault() {
        restart(Preferences.none().with("fault=reset"));
        assertThat(get(ANNOTATIONS, "fault=none").status()).isEqualTo(200);
    }

    @Test
    void preferences_for_an_operation_take_precedence_then_earlier_ones() {
        restart(Preferences.none().with("code=503").with("code=502").with("annotations_list", "code=429"));
        assertThat(get(ANNOTATIONS).status()).isEqualTo(429);
        assertThat(get(COHORTS).status()).isEqualTo(503);
    }

    @Test
    void chance_decides_reproducibly_after_a_reset() {
        restart(Preferences.none().with("code=429, chance=20%"));
        var statuses = statuses(200);
        assertThat(statuses).containsOnly(200, 429);
        assertThat(statuses.stream().filter(status -> status == 429).count()).isBetween(20L, 60L);
        mock.resetState();
        assertThat(statuses(200)).isEqualTo(statuses);
        restart(Preferences.none().with("code=429, chance=20%").withSeed(8));
        assertThat(statuses(200)).isNotEqualTo(statuses);
    }

    @ParameterizedTest
    @CsvSource({"0%,200", "0.0%,200", "100%,500"})
    void zero_percent_means_never_and_hundred_percent_always(String chance, int status) {
        restart(Preferences.none().with("code=500; chance=" + chance));
        assertThat(statuses(20)).containsOnly(status);
        restart(Preferences.none());
        assertThat(get(ANNOTATIONS, "code=500, chance=" + chance).status()).isEqualTo(status);
    }

    @Test
    void can_be_read_from_a_file() throws IOException {
        restart(Preferences.none().with(file("""
                annotations_list: example=page
                cohorts_list:
                  - code=500, chance=0%
                  - code=429
                "*":
                  - code=503
                """)));
        assertThat(get(ANNOTATIONS).body()).startsWith("{\"count\":123,");
        assertThat(get(COHORTS).status()).isEqualTo(429);
        assertThat(get(COHORTS + "7/").status()).isEqualTo(503);
    }

    @Test
    void are_ignored_by_operations_that_cannot_follow_them() {
        restart(Preferences.none().with("code=201"));
        assertThat(get(ANNOTATIONS).status()).isEqualTo(200);
        assertThat(mock.violations()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            annotatons_list: code=500        | :1: annotatons_list: no such operation; the contract has
            '*': dely=5                      | :1: dely: The mock supports only code, example, dynamic, seed, delay, fault and chance.
            '*': [delay=5, 'chance=200%']    | :1: chance: Expected 0% to 100%.
            annotations_list: code=204       | :1: code: "204" is neither a documented status nor one from 400 to 599.
            annotations_list: example=none   | :1: example: The operation has no example "none".
            '*': ''                          | :1: expected a preference such as delay=250
            '*': 5                           | :1: /*: expected a text, got 5 (integer)
            [delay=5]                        | :1: expected a mapping, got ["delay=5"] (array)
            """)
    void are_refused_with_their_line_if_no_operation_can_follow_them(String text, String complaint) throws IOException {
        var file = file(text + "\n");
        assertThatThrownBy(() -> restart(Preferences.none().with(file)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(file + complaint)
                .message()
                .hasLineCount(1);
    }

    @Test
    void are_refused_if_the_file_is_missing() {
        var file = folder.resolve("none.yaml");
        assertThatThrownBy(() -> Preferences.none().with(file))
                .isInstanceOf(InputException.class)
                .hasMessage(file + ": cannot be read: give a YAML file of preferences");
    }

    @Test
    void are_refused_with_their_text_if_they_come_from_no_file() {
        assertThatThrownBy(() -> restart(Preferences.none().with("delay=soon")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("prefer delay=soon: delay: Expected 0 to 60000 milliseconds");
    }
}
