package dev.core7.mock.web;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;

/** An HTML template that escapes all values and reports unknown names. The only importer of the template library here. */
final class HtmlTemplate {
    private final Template template;

    private HtmlTemplate(Template template) {
        this.template = template;
    }

    /** Loads a template next to this class; {@code {{>name}}} in it includes another file. */
    static HtmlTemplate load(String name) {
        return new HtmlTemplate(Mustache.compiler()
                .withLoader(file -> new StringReader(read(file)))
                .strictSections(true)
                .emptyStringIsFalse(true)
                .compile(read(name)));
    }

    /** Returns the template filled with the values of a model. */
    Document fill(Object model) {
        return Document.text(Document.HTML, template.execute(model));
    }

    private static String read(String name) {
        return Document.file(Document.HTML, name).text();
    }
}
