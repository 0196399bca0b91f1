package dev.core7.examples.vendor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table<Integer> table = new Table<>();

    @Test
    void changes_are_atomic() throws InterruptedException {
        table.add(1, id -> 0);
        var other = new Thread(() -> table.change(1, 1, number -> number + 10));

        table.change(1, 1, number -> {
            other.start();
            waitUntilBlockedOrDone(other);
            return number + 1;
        });
        other.join();

        assertThat(table.find(1, 1)).hasValue(11);
    }

    @Test
    void ids_are_unique_across_projects() {
        IntStream.range(0, 10_000).parallel().forEach(i -> table.add(i % 2, id -> id));

        assertThat(table.list(0)).hasSize(5_000).doesNotContainAnyElementsOf(table.list(1));
    }

    @Test
    void an_object_can_be_changed_only_in_its_own_project() {
        table.add(1, id -> 0);

        assertThat(table.change(2, 1, number -> 5)).isEmpty();
        assertThat(table.find(2, 1)).isEmpty();
        assertThat(table.find(1, 1)).hasValue(0);
    }

    private static void waitUntilBlockedOrDone(Thread thread) {
        while (thread.getState() == Thread.State.RUNNABLE) {
            Thread.onSpinWait();
        }
    }
}
