package dev.core7.conformance.flows;

import dev.core7.conformance.exchange.Paths;
import dev.core7.conformance.target.Target;
import dev.core7.contract.Operation;
import dev.core7.contract.flow.Scope.MissingValueException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** A link from one page of a list to another. */
final class PageLink {
    private PageLink() {}

    /**
     * Returns the path and query of a link. The host is ignored, so that the key is sent only to the target.
     *
     * @throws MissingValueException if the link is not a URL, or leads to another operation
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
            throw new MissingValueException(
                    "the link " + url + " leads to a path other than " + template + ": fix the link in the response");
        } catch (URISyntaxException e) {
            throw new MissingValueException("the link " + url + " is not a URL: fix the link in the response");
        }
    }
}
