package dev.core7.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of RFC 6901 §5, and cases that the RFC leaves open. */
class JsonPointerTest {
    private static final Map<String, Object> RFC = Map.of(
            "foo",
            List.of("bar", "baz"),
            "",
            0,
            "a/b",
            1,
            "c%d",
            2,
            "e^f",
            3,
            "g|h",
            4,
            "i\\j",
            5,
            "k\"l",
            6,
            " ",
            7,
            "m~n",
            8);

    @Test
    void the_examples_of_the_rfc_pass() {
        assertThat(JsonPointer.find(RFC, "")).isEqualTo(RFC);
        assertThat(JsonPointer.find(RFC, "/foo")).isEqualTo(List.of("bar", "baz"));
        assertThat(JsonPointer.find(RFC, "/foo/0")).isEqualTo("bar");
        assertThat(List.of("/", "/a~1b", "/c%d", "/e^f", "/g|h", "/i\\j", "/k\"l", "/ ", "/m~0n"))
                .extracting(pointer -> JsonPointer.find(RFC, pointer))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void a_pointer_to_nothing_returns_null() {
        assertThat(List.of(
                        "/foo/2",
                        "/foo/-",
                        "/foo/-1",
                        "/foo/00x",
                        "/foo/99999999999",
                        "/nothing",
                        "/a~1b/c",
                        "/foo/0/0"))
                .extracting(pointer -> JsonPointer.find(RFC, pointer))
                .containsOnlyNulls();
    }

    @Test
    void tilde_zero_followed_by_one_is_not_a_slash() {
        assertThat(JsonPointer.tokens("/~01")).containsExactly("~1");
        assertThat(JsonPointer.child("", "~1")).isEqualTo("/~01");
    }

    @Test
    void tokens_undo_child() {
        for (String token : List.of("", "a", "a/b", "~", "~0", "~1", "/", "0", "é ")) {
            assertThat(JsonPointer.tokens(JsonPointer.child("/x", token))).containsExactly("x", token);
        }
        assertThat(JsonPointer.tokens("")).isEmpty();
        assertThat(JsonPointer.child("/a", 3)).isEqualTo("/a/3");
    }
}
