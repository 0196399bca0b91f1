package dev.core7.mock.validation;

import dev.core7.contract.Operation;
import dev.core7.mock.http.AcceptHeader;
import dev.core7.mock.http.MockRequest;
import dev.core7.mock.http.PostHogError;
import java.util.Collection;
import java.util.Optional;

/** Compares the {@code Accept} header of a request with the media types that an operation offers. */
public final class MediaTypeCheck {
    private MediaTypeCheck() {}

    /** Returns why none of the media types is acceptable; empty if one is, or if there are none. */
    public static Optional<RefusedPart> notAcceptable(
            MockRequest request, Operation operation, Collection<String> offered) {
        return offered.isEmpty() || AcceptHeader.of(request).best(offered).isPresent()
                ? Optional.empty()
                : Optional.of(new RefusedPart(
                        "header " + AcceptHeader.NAME,
                        "The operation responds only with " + String.join(" or ", offered) + ".",
                        PostHogError.notAcceptable()));
    }
}
