package dev.core7.conformance.flows;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Operation;
import dev.core7.contract.flow.Scope.MissingValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** A link between pages, as the server gave it. */
final class PageLink {
    private PageLink() {}

    /**
     * The path and query of a link. Whatever host it names, it is asked of the target itself, so that the key goes nowhere else.
     *
     * @throws MissingValueException if the link is no URL, or leads to another operation
     */
    static String path(String url, Operation operation, Target target) throws MissingValueException {
        String template = Paths.fill(operation.path(), target.parameters());
        var own = Pattern.compile(template.replaceFirst("/$", "").replaceAll("\\{[^}]*}", "[^/]+") + "/?$");
        try {
            var uri = new URI(url);
            var path = own.matcher(String.valueOf(uri.getRawPath()));
            if (path.find()) {
                return uri.getRawQuery() == null ? path.group() : path.group() + "?" + uri.getRawQuery();
            }
            throw new MissingValueException("the link " + url + " leads to another path than " + template);
        } catch (URISyntaxException e) {
            throw new MissingValueException("the link " + url + " is no URL");
        }
    }
}
