package dev.core7.mock.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTemplateTest {
    private static final PathTemplate ONE = PathTemplate.of("/cohorts/{id}/");
    private static final PathTemplate ACTIVITY = PathTemplate.of("/cohorts/activity/");
    private static final PathTemplate PERSONS = PathTemplate.of("/cohorts/{id}/persons/");
    private static final List<PathTemplate> ALL = List.of(ONE, ACTIVITY, PERSONS);

    @Test
    void finds_the_values_of_the_parameters() {
        assertThat(PERSONS.values(PathTemplate.split("/cohorts/7/persons"))).isEqualTo(Map.of("id", "7"));
    }

    @ParameterizedTest
    @CsvSource({
        "/cohorts/7/,true",
        "/cohorts/7,true",
        "/cohorts/activity2/,true",
        "/cohorts/activity/,false",
        "/cohorts/activity,false",
        "/cohorts/7/persons/,false"
    })
    void regex_matches_only_own_paths(String path, boolean matches) {
        assertThat(path.matches(ONE.regex(ALL))).isEqualTo(matches);
    }

    @Test
    void parameter_value_may_equal_a_literal_segment_of_another_path() {
        assertThat("/cohorts/activity/persons/".matches(PERSONS.regex(ALL))).isTrue();
    }
}
