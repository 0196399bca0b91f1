package dev.core7.mock.web;

import dev.core7.contract.Json;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;

/** The interactive docs: swagger-ui from its webjar, which loads the contract from the mock and sends requests to the mock. */
public final class DocsPage {
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
    private static final String WEBJAR_VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private DocsPage() {}

    /**
     * Returns the endpoints of the docs by file name; the name of the page itself is empty. No other files can be requested.
     *
     * @param folder the path of the docs
     * @param contract the path of the contract
     * @param neighbours supplies the path of the neighbours; empty: there are none
     * @param key the initial key
     * @param parameters supplies values of path parameters: operationId → name → value
     */
    public static Map<String, Endpoint> endpoints(
            String folder,
            String contract,
            Supplier<String> neighbours,
            String key,
            Supplier<Map<String, Map<String, String>>> parameters) {
        return Map.of(
                "",
                        Endpoint.of(() -> HtmlTemplate.load("docs.html")
                                .fill(new Values(
                                        folder, contract, neighbours.get(), key, Json.write(parameters.get())))),
                "docs.css", Endpoint.of(() -> Document.file(Document.CSS, "docs.css")),
                "docs.js", Endpoint.of(() -> Document.file(Document.SCRIPT, "docs.js")),
                "swagger-ui.css", Endpoint.of(() -> swaggerUi(Document.CSS, "swagger-ui.css")),
                "swagger-ui.js", Endpoint.of(() -> swaggerUi(Document.SCRIPT, "swagger-ui-bundle.js")));
    }

    /** The values in the template. */
    private record Values(String folder, String contract, String neighbours, String key, String parameters) {}

    private static Document swaggerUi(String mediaType, String name) {
        return Document.file(mediaType, WEBJAR + version() + "/" + name);
    }

    private static String version() {
        var properties = new Properties();
        try {
            properties.load(new StringReader(
                    Document.file(Document.HTML, WEBJAR_VERSION).text()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
