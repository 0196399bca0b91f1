package dev.core7.mock.preferences;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How the connection fails instead of delivering the response as usual. */
public enum ConnectionFault {
    /** It does not fail; overrides a fault preferred for all requests. */
    NONE,
    /** The connection is reset. */
    RESET,
    /** The connection is closed without a response. */
    EMPTY,
    /** Random bytes are sent, then the connection is closed. */
    GARBAGE,
    /** The body is sent in small chunks over several seconds. */
    SLOW_BODY;

    /** Parses the value of a preference, such as {@code slow-body}. */
    static Optional<ConnectionFault> parse(String text) {
        return Stream.of(values()).filter(fault -> fault.text().equals(text)).findFirst();
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
