package dev.core7.conformance.checks;

import dev.core7.conformance.exchange.Purpose;
import dev.core7.contract.Contract;
import dev.core7.contract.MediaType;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;

/** Parses the purpose of a recorded case, such as {@code documented text/csv} or {@code lacks-annotation:read}. */
final class RecordedPurpose {
    private RecordedPurpose() {}

    /** Returns the purpose; the name of a case that is named after its purpose suffices: {@code documented-static}, {@code unknown-id}. */
    static Purpose of(String words, Contract contract) {
        var parts = words.split(" ", 2);
        String rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "no-key" -> new Purpose.NoKey();
            case "unknown-key", "empty-key", "other-scheme", "cut-key" -> new Purpose.UnknownKey();
            case "foreign-key" -> new Purpose.ForeignKey();
            case "foreign-object" -> new Purpose.ForeignObject();
            case "own-items-in-other-project" -> new Purpose.OwnItemsElsewhere();
            case "elsewhere" -> new Purpose.Elsewhere();
            case "after-elsewhere" -> new Purpose.AfterElsewhere();
            case "own-object-in-other-project" -> new Purpose.OwnObjectElsewhere();
            case "unknown-id" -> new Purpose.UnknownObject();
            case Purpose.OwnershipRead.NAME -> new Purpose.OwnershipRead();
            case "step" -> new Purpose.Step();
            case "set-up" -> new Purpose.SetUp(rest);
            case "last-look" -> new Purpose.LastLook();
            case "tidy-up" -> new Purpose.TidyUp();
            case "bad-input" -> new Purpose.BadInput(rest.split(": ", 2)[1], statuses(rest.split(": ", 2)[0]));
            case "legal-input" -> new Purpose.LegalInput(rest, 1);
            case "form" -> new Purpose.OtherForm(rest.split(" ", 2)[0], of(rest.split(" ", 2)[1], contract));
            case "other-method" -> new Purpose.OtherMethod(statuses(rest));
            case "read-back" -> new Purpose.ReadBack(contract.operation(rest).orElseThrow());
            default -> {
                if (words.startsWith("foreign-reference-")) {
                    yield new Purpose.ForeignReference(words.substring("foreign-reference-".length()));
                }
                if (words.startsWith("lacks-")) {
                    yield new Purpose.LacksScope(words.substring("lacks-".length()));
                }
                if (words.startsWith("documented")) {
                    yield new Purpose.Documented(rest.isEmpty() ? MediaType.JSON : rest);
                }
                throw new IllegalArgumentException("no such purpose: " + words);
            }
        };
    }

    private static Set<Integer> statuses(String list) {
        return new TreeSet<>(
                Arrays.stream(list.split(",")).map(Integer::valueOf).toList());
    }
}
