package dev.core7.mock.doors;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** The interactive docs: swagger-ui from its webjar, which reads the contract from the mock and tries it on the mock. */
public final class Docs {
    private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/";
    private static final String WEBJAR_VERSION = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private Docs() {}

    /**
     * The docs and all that they load, by name; the docs themselves have none. There are no other files, so no path leads
     * out of here.
     *
     * @param folder the path below which the doors are
     * @param contract the path of the contract
     * @param key the key that is filled in at first
     */
    public static Map<String, Door> doors(String folder, String contract, String key) {
        return Map.of(
                "", Door.showing(() -> HtmlTemplate.load("docs.html").fill(new Gaps(folder, contract, key))),
                "docs.css", Door.showing(() -> Document.file(Document.CSS, "docs.css")),
                "docs.js", Door.showing(() -> Document.file(Document.SCRIPT, "docs.js")),
                "swagger-ui.css", Door.showing(() -> viewer(Document.CSS, "swagger-ui.css")),
                "swagger-ui.js", Door.showing(() -> viewer(Document.SCRIPT, "swagger-ui-bundle.js")));
    }

    /** What the template needs to be told. */
    private record Gaps(String folder, String contract, String key) {}

    private static Document viewer(String mediaType, String name) {
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
