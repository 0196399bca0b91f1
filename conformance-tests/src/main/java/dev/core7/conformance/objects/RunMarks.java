package dev.core7.conformance.objects;

import dev.core7.contract.Json;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The marks by which objects of a run are recognised. A mark consists of the run's id and eight hex digits for the case or
 * flow.
 */
public final class RunMarks {
    private static final Pattern FORM = Pattern.compile("(core7-[0-9a-f]{8})-[0-9a-f]{8}");

    private RunMarks() {}

    /** The mark of the case or flow {@code id} in a run; the same for every call. */
    public static String of(String runId, String id) {
        var digest = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
        return prefix(runId) + "-" + digest.toString().substring(0, 8);
    }

    /** The common prefix of all marks of a run. */
    public static String prefix(String runId) {
        return "core7-" + runId;
    }

    /** The first complete mark in {@code text}; empty if there is none. */
    public static Optional<String> in(String text) {
        var mark = FORM.matcher(text);
        return mark.find() ? Optional.of(mark.group()) : Optional.empty();
    }

    /** The common prefix of the marks of the run whose mark is in {@code text}; empty if there is none. */
    public static Optional<String> findPrefix(String text) {
        var mark = FORM.matcher(text);
        return mark.find() ? Optional.of(mark.group(1)) : Optional.empty();
    }

    /** Whether any text of an object contains a mark or a prefix of one. Case is ignored, because servers may change it. */
    public static boolean carries(Object object, String mark) {
        return Json.write(object).toLowerCase(Locale.ROOT).contains(mark.toLowerCase(Locale.ROOT));
    }

    /** The first mark of a run in an object; {@code markPrefix} if the server has truncated it. */
    public static String findMark(Object object, String markPrefix) {
        var text = Json.write(object).toLowerCase(Locale.ROOT);
        var mark = FORM.matcher(text);
        int from = text.indexOf(markPrefix.toLowerCase(Locale.ROOT));
        return from >= 0 && mark.find(from) ? mark.group() : markPrefix;
    }
}
