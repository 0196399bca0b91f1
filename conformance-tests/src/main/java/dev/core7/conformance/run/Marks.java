package dev.core7.conformance.run;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The texts by which what a run has made is recognised: the run's id, and eight hex digits for what has sent it. */
public final class Marks {
    private static final Pattern FORM = Pattern.compile("(core7-[0-9a-f]{8}-)[0-9a-f]{8}");

    private Marks() {}

    /** The mark of what goes by {@code id} in a run, the same whenever it is asked for. */
    static String of(String runId, String id) {
        var digest = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        return "core7-" + runId + "-" + digest.toString().substring(0, 8);
    }

    /** What all marks of the run have in common that has made the mark in {@code text}; empty where it has none. */
    public static Optional<String> ofRun(String text) {
        var mark = FORM.matcher(text);
        return mark.find() ? Optional.of(mark.group(1)) : Optional.empty();
    }
}
