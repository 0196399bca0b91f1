package dev.core7.mock.doors;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One thing that the mock shows of itself at an address of its own.
 *
 * @param shown the address of the mock, as the caller knows it → what is shown there
 * @param emptied what DELETE does; nothing: it is not offered
 */
public record Door(Function<String, Document> shown, Optional<Runnable> emptied) {
    /** A door to look through only. */
    public static Door showing(Supplier<Document> document) {
        return showing(address -> document.get());
    }

    /** A door to look through only, where it matters by which address the mock was called. */
    public static Door showing(Function<String, Document> document) {
        return new Door(document, Optional.empty());
    }

    /** A door to something that can be emptied. */
    public static Door emptied(Supplier<Document> document, Runnable emptied) {
        return new Door(address -> document.get(), Optional.of(emptied));
    }

    /** The methods that it knows, as the {@code Allow} header lists them. */
    public String allow() {
        return emptied.isPresent() ? "GET, HEAD, DELETE" : "GET, HEAD";
    }
}
