package dev.core7.mock.web;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * An endpoint with information about the mock itself.
 *
 * @param document the base URL that the caller used → the document
 * @param delete the action of DELETE; empty: it is not allowed
 */
public record Endpoint(Function<String, Document> document, Optional<Runnable> delete) {
    /** Returns a read-only endpoint. */
    public static Endpoint of(Supplier<Document> document) {
        return of(address -> document.get());
    }

    /** Returns a read-only endpoint whose document depends on the base URL that the caller used. */
    public static Endpoint of(Function<String, Document> document) {
        return new Endpoint(document, Optional.empty());
    }

    /** Returns an endpoint whose contents can be deleted. */
    public static Endpoint deletable(Supplier<Document> document, Runnable delete) {
        return new Endpoint(address -> document.get(), Optional.of(delete));
    }

    /** Returns the allowed methods as an {@code Allow} header. */
    public String allow() {
        return delete.isPresent() ? "GET, HEAD, DELETE" : "GET, HEAD";
    }
}
