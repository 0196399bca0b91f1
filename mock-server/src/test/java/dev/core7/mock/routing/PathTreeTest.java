package dev.core7.mock.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathTreeTest {
    private static final PathTree<String> TREE = new PathTree<>();

    static {
        for (String path :
                new String[] {"/cohorts/", "/cohorts/{id}/", "/cohorts/activity/", "/cohorts/{id}/persons/"}) {
            TREE.put(PathTemplate.of(path), path);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/cohorts,/cohorts/",
        "/cohorts/,/cohorts/",
        "/cohorts/7/,/cohorts/{id}/",
        "/cohorts/activity2,/cohorts/{id}/",
        "/cohorts/activity/,/cohorts/activity/",
        "/cohorts/7/persons/,/cohorts/{id}/persons/",
        // A literal segment takes precedence only if the rest of the path matches below it.
        "/cohorts/activity/persons/,/cohorts/{id}/persons/"
    })
    void finds_the_matching_path(String path, String found) {
        assertThat(TREE.find(PathTemplate.split(path))).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        "''",
        "//",
        "/cohorts//",
        "/cohorts//persons/",
        "/cohorts/7/persons//",
        "/cohorts/7/people/",
        "/roles/"
    })
    void finds_nothing_for_other_paths(String path) {
        assertThat(TREE.find(PathTemplate.split(path))).isNull();
    }
}
