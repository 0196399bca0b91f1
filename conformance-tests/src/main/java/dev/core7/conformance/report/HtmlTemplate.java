package dev.core7.conformance.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A Mustache template. It escapes every text, and an unknown name is an error. */
final class HtmlTemplate {
    private final Template template;

    private HtmlTemplate(Template template) {
        this.template = template;
    }

    /** Loads a template from the package of this class. It can include other templates with {@code {{>name}}}. */
    static HtmlTemplate load(String name) {
        return new HtmlTemplate(Mustache.compiler()
                .withEscaper(HtmlText::escape)
                .withLoader(partial -> new StringReader(resource(partial)))
                .strictSections(true)
                .emptyStringIsFalse(true)
                .compile(resource(name)));
    }

    String fill(Object model) {
        return template.execute(model);
    }

    private static String resource(String name) {
        try (InputStream in = HtmlTemplate.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(in, name + " is not on the class path")
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
