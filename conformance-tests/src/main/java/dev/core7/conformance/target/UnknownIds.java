package dev.core7.conformance.target;

import dev.core7.contract.Parameter;

/** Ids of the documented type that no object has. */
public final class UnknownIds {
    /** Below 2^31, so that a server which keeps ids in 32 bits can look it up; far above any id in use. */
    static final String NUMBER = "987654321";

    static final String UUID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private UnknownIds() {}

    /** An id that fits the parameter's type and names nothing. */
    public static String id(Parameter parameter) {
        return parameter.schema().types().contains("integer") ? NUMBER : UUID;
    }

    /** A value of the same kind as the target's own: PostHog knows projects by number, others may know them by name. */
    public static String like(Target target, Parameter parameter) {
        return target.parameters().getOrDefault(parameter.name(), "").matches("@current|\\d+") ? NUMBER : UUID;
    }
}
