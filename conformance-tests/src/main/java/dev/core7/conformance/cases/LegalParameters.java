package dev.core7.conformance.cases;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.inputs.LegalValues;
import dev.core7.conformance.spi.CaseSource;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Contract;
import dev.core7.contract.Operation;
import dev.core7.contract.Parameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sends each value of an enumeration, both booleans, declared limits, and a search for special characters in the query. */
@AutoService(CaseSource.class)
public final class LegalParameters implements CaseSource {
    private static final String SEARCH = "100% a_b \"c\" 'd' \\e <f> é שלום \uD83D\uDE00";

    @Override
    public Turn turn() {
        return Turn.AFTER;
    }

    @Override
    public List<Case> cases(Operation operation, Contract contract, Target target) {
        if (!operation.isSafe() || operation.success().isError()) {
            return List.of();
        }
        var cases = new ArrayList<Case>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.inQuery() && parameter.mediaTypes().isEmpty()) {
                values(parameter)
                        .forEach((name, value) -> cases.add(Case.withMinimalKey(
                                        target,
                                        operation,
                                        "legal-" + parameter.name() + name,
                                        new Purpose.LegalInput(parameter.name(), cases.size() + 1))
                                .withChange(draft -> {
                                    var changed = draft.withQuery(parameter.name(), value);
                                    for (var other : parameter.needed().entrySet()) {
                                        changed = changed.withQuery(other.getKey(), other.getValue());
                                    }
                                    return changed;
                                })));
            }
        }
        return cases;
    }

    /** Suffix of the case's name → value. */
    private static Map<String, String> values(Parameter parameter) {
        var schema = parameter.schema();
        var values = new LinkedHashMap<String, String>();
        boolean isLimited = schema.keyword("minimum") != null || schema.keyword("maximum") != null;
        if (!schema.enumeration().isEmpty() || schema.types().contains("boolean") || isLimited) {
            LegalValues.of(schema).stream()
                    .filter(value -> value != null && !"".equals(value))
                    .map(value -> value instanceof BigDecimal number ? number.toPlainString() : value.toString())
                    .forEach(value -> values.put("-" + value, value));
        } else if (schema.keyword("x-search") != null) {
            values.put("-characters", SEARCH);
        } else if (parameter.name().equals("limit") && schema.types().contains("integer")) {
            // The shortest page of the whole list: a filter may hide items that do not belong there.
            values.put("-1", "1");
        }
        return values;
    }
}
