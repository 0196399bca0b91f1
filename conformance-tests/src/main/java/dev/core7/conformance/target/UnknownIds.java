package dev.core7.conformance.target;

import dev.core7.contract.Parameter;

/** Ids of the documented type that belong to no object. */
public final class UnknownIds {
    /** Below 2^31, so that a server with 32-bit ids can look it up, but far above any id in use. */
    static final String NUMBER = "987654321";

    /** A UUID that belongs to no object. */
    public static final String UUID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private UnknownIds() {}

    /** An id of the parameter's type that belongs to no object. */
    public static String id(Parameter parameter) {
        return parameter.schema().types().contains("integer") ? NUMBER : UUID;
    }

    /** A value of the same type as the target's own. PostHog identifies projects by number; other servers may use names. */
    public static String like(Target target, Parameter parameter) {
        return target.parameters().getOrDefault(parameter.name(), "").matches("@current|\\d+") ? NUMBER : UUID;
    }
}
