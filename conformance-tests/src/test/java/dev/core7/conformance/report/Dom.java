package dev.core7.conformance.report;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as an XML parser sees it. */
final class Dom {
    private final Document document;

    private Dom(Document document) {
        this.document = document;
    }

    /**
     * Parses a page.
     *
     * @throws AssertionError where it is not well-formed
     */
    static Dom of(String html) {
        try {
            var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(null);
            // Cells stand apart for the eye; here a space does that.
            String spaced = html.replaceAll("(?=</(td|th|dt|dd)>)", " ");
            return new Dom(builder.parse(new InputSource(new StringReader(spaced))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("the page is not well-formed: " + e.getMessage(), e);
        }
    }

    List<Element> elements(String name) {
        var nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    /** The texts of the elements of that class, white space folded. */
    List<String> texts(String name, String style) {
        return elements(name).stream()
                .filter(e -> List.of(e.getAttribute("class").split(" ")).contains(style))
                .map(Dom::text)
                .toList();
    }

    /** The text of one section. */
    String section(String id) {
        return elements("section").stream()
                .filter(e -> e.getAttribute("id").equals(id))
                .map(Dom::text)
                .findFirst()
                .orElse("");
    }

    /** Every element and attribute name that occurs, such as {@code a} and {@code a@href}. */
    Set<String> vocabulary() {
        var names = new TreeSet<String>();
        for (Element element : elements("*")) {
            names.add(element.getTagName());
            attributes(element).forEach(name -> names.add(element.getTagName() + "@" + name));
        }
        return names;
    }

    static String text(Element element) {
        return element.getTextContent().replaceAll("\\s+", " ").strip();
    }

    private static List<String> attributes(Element element) {
        var names = new ArrayList<String>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            names.add(element.getAttributes().item(i).getNodeName());
        }
        return names;
    }
}
