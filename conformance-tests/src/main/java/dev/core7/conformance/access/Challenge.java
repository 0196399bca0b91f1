package dev.core7.conformance.access;

import com.google.auto.service.AutoService;
import dev.core7.conformance.exchange.Case;
import dev.core7.conformance.exchange.Exchange;
import dev.core7.conformance.exchange.Purpose;
import dev.core7.conformance.result.Level;
import dev.core7.conformance.result.Outcome;
import dev.core7.conformance.spi.Check;
import dev.core7.conformance.spi.Evidence;
import java.util.regex.Pattern;

/** A 401 response names the scheme of the credentials in {@code WWW-Authenticate} (RFC 9110 §15.5.2). */
@AutoService(Check.class)
public final class Challenge implements Check {
    private static final int UNAUTHORIZED = 401;

    /** A scheme, and parameters after a space (RFC 9110 §11.6.1). */
    private static final Pattern CHALLENGE = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+( .*)?");

    @Override
    public String id() {
        return "challenge";
    }

    @Override
    public Level level() {
        return Level.SHOULD;
    }

    @Override
    public String clause(Case sent) {
        return "a 401 response has a challenge in the header WWW-Authenticate (RFC 9110 §15.5.2)";
    }

    @Override
    public boolean concerns(Case sent) {
        return sent.key() == null
                && (sent.purpose() instanceof Purpose.NoKey || sent.purpose() instanceof Purpose.UnknownKey);
    }

    @Override
    public Outcome judge(Exchange exchange, Evidence evidence) {
        if (exchange.response().status() != UNAUTHORIZED) {
            return new Outcome.NotApplicable("status " + exchange.response().status() + " instead of 401");
        }
        String challenge = exchange.response()
                .header("www-authenticate")
                .map(String::strip)
                .orElse("absent");
        return CHALLENGE.matcher(challenge).matches() && !challenge.equals("absent")
                ? Outcome.passed()
                : Outcome.failed("header WWW-Authenticate", "a scheme such as Bearer", challenge);
    }
}
