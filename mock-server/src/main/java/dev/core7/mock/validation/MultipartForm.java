package dev.core7.mock.validation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the texts of a {@code multipart/form-data} body (RFC 7578); files are ignored. */
final class MultipartForm {
    private static final Pattern BOUNDARY =
            Pattern.compile(";\\s*boundary=(?:\"([^\"]+)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile(
            "content-disposition:[^\\r\\n]*;\\s*name=(?:\"([^\"]*)\"|([^\\s;]+))", Pattern.CASE_INSENSITIVE);
    private static final String END_OF_HEADERS = "\r\n\r\n";

    private MultipartForm() {}

    /** Returns the fields of a form → their texts; empty if the body has another form. */
    static Map<String, List<String>> fields(String contentType, byte[] body) {
        var fields = new LinkedHashMap<String, List<String>>();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (boundary.find()) {
            String delimiter = "\r\n--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
            String text = "\r\n" + new String(body, StandardCharsets.UTF_8);
            int start = text.indexOf(delimiter);
            while (start >= 0) {
                int end = text.indexOf(delimiter, start + delimiter.length());
                if (end >= 0) {
                    add(text.substring(start + delimiter.length(), end), fields);
                }
                start = end;
            }
        }
        return fields;
    }

    private static void add(String part, Map<String, List<String>> fields) {
        int end = part.indexOf(END_OF_HEADERS);
        if (end < 0) {
            return;
        }
        String headers = part.substring(0, end);
        Matcher name = NAME.matcher(headers);
        if (name.find() && !headers.contains("filename=")) {
            fields.computeIfAbsent(name.group(1) == null ? name.group(2) : name.group(1), n -> new ArrayList<>())
                    .add(part.substring(end + END_OF_HEADERS.length()));
        }
    }
}
