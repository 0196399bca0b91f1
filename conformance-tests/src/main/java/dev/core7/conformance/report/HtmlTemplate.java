package dev.core7.conformance.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A page with gaps: every text is escaped, an unknown name is an error. The only importer of mustache in the suite. */
final class HtmlTemplate {
    private final Template template;

    private HtmlTemplate(Template template) {
        this.template = template;
    }

    /** The template of that name beside this class; {@code {{>name}}} in it stands for another one. */
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
