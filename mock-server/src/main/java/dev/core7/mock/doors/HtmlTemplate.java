package dev.core7.mock.doors;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.StringReader;

/** A page with gaps, in which every text is escaped and an unknown name is an error. The only importer of mustache here. */
final class HtmlTemplate {
    private final Template template;

    private HtmlTemplate(Template template) {
        this.template = template;
    }

    /** The template of that name beside this class; {@code {{>name}}} in it stands for another file, as it is. */
    static HtmlTemplate load(String name) {
        return new HtmlTemplate(Mustache.compiler()
                .withLoader(file -> new StringReader(read(file)))
                .strictSections(true)
                .emptyStringIsFalse(true)
                .compile(read(name)));
    }

    Document fill(Object model) {
        return Document.text(Document.HTML, template.execute(model));
    }

    private static String read(String name) {
        return Document.file(Document.HTML, name).text();
    }
}
