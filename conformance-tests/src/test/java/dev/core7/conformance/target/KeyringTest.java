package dev.core7.conformance.target;

import static dev.core7.conformance.run.Targets.key;
import static org.assertj.core.api.Assertions.assertThat;

import dev.core7.conformance.run.Targets;
import dev.core7.contract.Contract;
import dev.core7.contract.ContractReader;
import dev.core7.contract.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeyringTest {
    private static final Contract CONTRACT = ContractReader.bundled();
    private static final Operation LIST = CONTRACT.operation("annotations_list").orElseThrow();
    private static final Operation PERSONS =
            CONTRACT.operation("cohorts_persons_retrieve").orElseThrow();
    private static final Operation ROLES = CONTRACT.operation("roles_destroy").orElseThrow();

    private static final Key ALL = key("all", Set.of("*"));
    private static final Key READS = key("reads", Set.of("annotation:read"));
    private static final Key READS_MUCH = key("reads-much", Set.of("annotation:read", "cohort:read", "person:read"));
    private static final Key WRITES = key("writes", Set.of("annotation:write"));
    private static final Key BOTH = key("both", Set.of("annotation:read", "annotation:write"));

    private static Keyring ring(Key... keys) {
        return new Keyring(Targets.with(List.of(keys), Map.of()));
    }

    private static Key limited(String project, String... scopes) {
        return new Key("limited-to-" + project, "secret", Set.of(scopes), Optional.of(project), "KEY");
    }

    @Test
    void takes_the_key_that_proves_the_scope_before_a_smaller_one_that_does_not() {
        assertThat(ring(ALL, BOTH, READS_MUCH).minimal(LIST)).contains(READS_MUCH);
    }

    @Test
    void takes_the_smallest_of_those_that_prove() {
        assertThat(ring(READS_MUCH, READS, ALL).minimal(LIST)).contains(READS);
    }

    @Test
    void takes_the_key_of_everything_last() {
        assertThat(ring(ALL, BOTH).minimal(LIST)).contains(BOTH);
        assertThat(ring(ALL).minimal(LIST)).contains(ALL);
    }

    @Test
    void does_not_count_on_write_to_include_read() {
        assertThat(ring(WRITES).minimal(LIST)).isEmpty();
    }

    @Test
    void a_key_with_another_scope_of_the_same_object_proves_nothing() {
        assertThat(Keyring.proves(READS_MUCH, LIST.scopes())).isTrue();
        assertThat(Keyring.proves(BOTH, LIST.scopes())).isFalse();
        assertThat(Keyring.proves(ALL, LIST.scopes())).isFalse();
    }

    @Test
    void a_key_that_writes_does_not_lack_read_and_one_of_everything_lacks_nothing() {
        assertThat(ring(WRITES, ALL).lacking("annotation:read", LIST)).isEmpty();
    }

    @Test
    void the_greater_key_stands_in_for_the_lesser() {
        var cohorts = key("cohorts", Set.of("cohort:read"));
        var comments = key("comments", Set.of("comment:read"));
        var both = key("cohorts-and-comments", Set.of("cohort:read", "comment:read"));
        var roles = key("roles", Set.of("organization:write"));

        assertThat(ring(cohorts, both, comments, roles).lacking("annotation:read", LIST))
                .containsExactly(both, roles);
    }

    @Test
    void of_two_equal_keys_one_is_asked() {
        var first = key("first", Set.of("cohort:read"));
        var second = key("second", Set.of("cohort:read"));

        assertThat(ring(first, second).lacking("person:read", PERSONS)).containsExactly(first);
    }

    @Test
    void a_key_of_another_project_is_foreign_and_serves_nothing_else() {
        var foreign = limited("2", "*");

        assertThat(ring(foreign, READS).foreign()).containsExactly(foreign);
        assertThat(ring(foreign).minimal(LIST)).isEmpty();
        assertThat(ring(limited("2", "cohort:read")).lacking("annotation:read", LIST))
                .isEmpty();
    }

    @Test
    void a_key_of_our_project_serves_there_but_not_on_organizations() {
        var ours = limited("1", "annotation:read", "organization:write");

        assertThat(ring(ours).minimal(LIST)).contains(ours);
        assertThat(ring(ours).minimal(ROLES)).isEmpty();
        assertThat(ring(limited("1", "annotation:read")).lacking("organization:write", ROLES))
                .isEmpty();
        assertThat(ring(ours).foreign()).isEmpty();
    }

    @Test
    void prints_no_secret() {
        assertThat(READS).hasToString("reads");
        assertThat(List.of(READS).toString()).doesNotContain("secret");
    }
}
