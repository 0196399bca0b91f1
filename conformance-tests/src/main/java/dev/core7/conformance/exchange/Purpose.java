package dev.core7.conformance.exchange;

import dev.core7.contract.Operation;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Why a case sends its request. */
public sealed interface Purpose {
    /** A valid request, which gets the documented response in the requested media type. */
    record Documented(String mediaType) implements Purpose {}

    /**
     * A valid request with unusual values.
     *
     * @param fields the names of the fields or parameters with unusual values
     * @param number counts such requests to one operation, so that they write to different objects
     */
    record LegalInput(String fields, int number) implements Purpose {}

    /** The key lacks a scope that the operation needs. */
    record LacksScope(String scope) implements Purpose {}

    /** The request has no key. */
    record NoKey() implements Purpose {}

    /** The key was never issued by the server, or is not a key at all. */
    record UnknownKey() implements Purpose {}

    /** The key is limited to another project. */
    record ForeignKey() implements Purpose {}

    /** The object belongs to another project. */
    record ForeignObject() implements Purpose {}

    /** The object belongs to this project, but is requested through the path of another one, with a key for that one. */
    record OwnObjectElsewhere() implements Purpose {}

    /** The list of another project is requested with a key for that one; it shows no object of this project. */
    record OwnItemsElsewhere() implements Purpose {}

    /** A request about another project that fails there; what it leaves behind is looked for in the next one. */
    record Elsewhere() implements Purpose {}

    /** The list of the own project, right after a request about another one. */
    record AfterElsewhere() implements Purpose {}

    /** The body refers to an object of another project in the field. */
    record ForeignReference(String field) implements Purpose {}

    /** No object has that id. */
    record UnknownObject() implements Purpose {}

    /** One value in the request has a wrong type or format; {@code legal} are the statuses that a correct server may return. */
    record BadInput(String what, Set<Integer> legal) implements Purpose {}

    /** The path is documented, the method is not; {@code legal} are the statuses that a correct server may return. */
    record OtherMethod(Set<Integer> legal) implements Purpose {
        /**
         * A method that must be refused with any client error (RFC 9110 §15.5): ideally 405, but a server may first check something
         * that leads to 404, 411 or 415.
         */
        public static OtherMethod refused() {
            return from(400);
        }

        /** A method that a server may accept, because it is harmless. */
        public static OtherMethod harmless() {
            return from(200);
        }

        private static OtherMethod from(int status) {
            return new OtherMethod(IntStream.range(status, 500).boxed().collect(Collectors.toSet()));
        }
    }

    /**
     * The same request in another legal form, such as without the trailing slash.
     *
     * @param plain the purpose of the request in its usual form: a documented request, or one that must be refused
     */
    record OtherForm(String form, Purpose plain) implements Purpose {
        /** The form that requests only the status and headers of a GET. */
        public static final String HEAD = "head";

        /** The form with several media types in the header {@code Accept}, and with percent-encoded ids in the path. */
        public static final String ACCEPT = "accept";

        /** The form that prefers JSON to another media type, which the header {@code Accept} lists first. */
        public static final String PREFERENCE = "accept-preference";

        /** The prefix of forms that request another media type by the header {@code Accept} alone. */
        public static final String ACCEPT_ONLY = "accept-only-";

        /** The form that sends the body in chunks, without its length. */
        public static final String CHUNKED = "chunked";

        /** The form whose path has no slash at the end. */
        public static final String NO_SLASH = "no-slash";

        /** The prefix of forms that name the project or organization otherwise. */
        public static final String ALIAS = "alias-";

        /** The prefix of forms whose key is not sent in the header. */
        public static final String KEY_IN = "key-in-";

        /** Whether the key is sent in the query or the body. */
        public boolean movesKey() {
            return form.startsWith(KEY_IN);
        }

        /** Whether the request names the project or organization otherwise. */
        public boolean isAlias() {
            return form.startsWith(ALIAS);
        }

        /** Whether the request has the method HEAD. */
        public boolean isHead() {
            return form.equals(HEAD);
        }
    }

    /** A step of a behaviour, which has its own criteria. */
    record Step() implements Purpose {}

    /** A message to the MCP server, which the behaviour that sends it judges. */
    record McpMessage() implements Purpose {
        /** The beginning of the names of cases with this purpose. */
        public static final String PREFIX = "mcp-tools.";
    }

    /** Creates an object to which the bad input of an operation is sent. */
    record SetUp(String operationId) implements Purpose {}

    /** Reads, through {@code read}, whether refused writes had an effect. */
    record ReadBack(Operation read) implements Purpose {
        /** The name of the case that looks for effects of requests with refused keys. */
        public static final String OF_KEYS = "read-back";

        /** The name of the case that looks for effects of bad input. */
        public static final String OF_BAD_INPUT = "read-back-bad-input";
    }

    /**
     * Reads a created object to verify that this run created it, before the run writes to it; the response alone is not judged.
     */
    record OwnershipRead() implements Purpose {
        /** The name of a case with this purpose. */
        public static final String NAME = "own-object";
    }

    /** Reads an object or a list again, after all other requests of the lane and before cleanup. */
    record LastLook() implements Purpose {
        /** The start of the names of the cases that look at objects with unusual values. */
        public static final String OF_LEGAL_INPUT = "last-look-legal-values";
    }

    /** Removes an object that the run created; not judged. */
    record TidyUp() implements Purpose {
        /** The name of a case with this purpose. */
        public static final String NAME = "tidy-up";
    }

    /** Tests whether the server still responds after a request without a response; not judged. */
    record Availability() implements Purpose {
        /** The name of a case with this purpose. */
        public static final String NAME = "availability";
    }

    /** Whether an accepted response must match the documented schema. */
    default boolean isDocumented() {
        return this instanceof Documented || this instanceof LegalInput || this instanceof Step;
    }

    /** The name of the case that looks for effects of such a request if it was refused; empty if there is none. */
    default Optional<String> readBack() {
        if (this instanceof OtherForm other) {
            return other.plain().readBack();
        }
        if (this instanceof BadInput) {
            return Optional.of(ReadBack.OF_BAD_INPUT);
        }
        return isRefusalOfKey() ? Optional.of(ReadBack.OF_KEYS) : Optional.empty();
    }

    /** Whether the method of the request is not that of its operation. */
    default boolean changesMethod() {
        return this instanceof OtherMethod || this instanceof OtherForm other && other.isHead();
    }

    /** Whether the request is a documented request in another form. */
    default boolean isDocumentedInOtherForm() {
        return this instanceof OtherForm other && other.plain().isDocumented();
    }

    /** Whether the server must refuse the request because of its key. */
    default boolean isRefusalOfKey() {
        if (this instanceof OtherForm other) {
            return other.plain().isRefusalOfKey();
        }
        return this instanceof LacksScope
                || this instanceof NoKey
                || this instanceof UnknownKey
                || this instanceof ForeignKey;
    }
}
