package io.gearmancdi.cli.view;

import java.util.Collection;
import java.util.Map;

/** Writes maps, lists, text, numbers and truth values as JSON, where no library for that is sure to be there. */
public final class Json {

    private Json() {}

    /**
     * Writes a value.
     *
     * @param value a map, collection, number or truth value; anything else is written as its text
     * @return JSON on one line
     */
    public static String of(Object value) {
        var json = new StringBuilder();
        append(json, value);
        return json.toString();
    }

    private static void append(StringBuilder json, Object value) {
        if (value instanceof Map<?, ?> map) {
            append(json, map);
        } else if (value instanceof Collection<?> list) {
            append(json, list);
        } else if (value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else {
            appendText(json, value.toString());
        }
    }

    private static void append(StringBuilder json, Map<?, ?> map) {
        json.append('{');
        var separator = "";
        for (var entry : map.entrySet()) {
            json.append(separator);
            appendText(json, entry.getKey().toString());
            json.append(':');
            append(json, entry.getValue());
            separator = ",";
        }
        json.append('}');
    }

    private static void append(StringBuilder json, Collection<?> list) {
        json.append('[');
        var separator = "";
        for (var element : list) {
            json.append(separator);
            append(json, element);
            separator = ",";
        }
        json.append(']');
    }

    private static void appendText(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                json.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
