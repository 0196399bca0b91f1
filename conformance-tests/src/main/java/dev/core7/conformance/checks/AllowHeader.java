package dev.core7.conformance.checks;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A 405 response lists the allowed methods in the header {@code Allow} (RFC 9110 §10.2.1, §15.5.6). Which ones is not judged: a
 * server may list those of the whole path.
 */
@AutoService(Check.class)
public final class AllowHeader implements Check {
    private static final String WHERE = "header Allow";

    /** A token of HTTP, such as the name of a method (RFC 9110 §5.6.2). */
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    @Override
    public String id() {
        return "allow-header";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "a 405 response has the header Allow";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.purpose() instanceof Purpose.OtherMethod
                || sent.purpose() instanceof Purpose.Documented
                        && sent.operation().success().status() == 405;
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (exchange.response().status() != 405) {
            return new Outcome.NotApplicable("status " + exchange.response().status() + " instead of 405");
        }
        var values = exchange.response().headers().getOrDefault("allow", List.of());
        if (values.isEmpty()) {
            return Outcome.failed(WHERE, "present", "absent");
        }
        String allow = String.join(", ", values);
        var methods = Arrays.stream(allow.split(",", -1)).map(String::strip).toList();
        if (methods.stream()
                .anyMatch(method -> !method.isEmpty() && !TOKEN.matcher(method).matches())) {
            return Outcome.failed(WHERE, "names of methods, separated by commas (RFC 9110 §10.2.1)", allow);
        }
        return Outcome.passed();
    }
}
