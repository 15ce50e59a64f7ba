package io.gearmancdi.discovery;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.SubmitMethod;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the text of settings. Every method throws {@code IllegalArgumentException} with what would be legal. */
public final class Values {

    private Values() {}

    /**
     * A number that is not negative.
     *
     * @param text the text
     * @return the number
     */
    public static int count(String text) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= 0) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw illegal(text, "a whole number, 0 or more", e);
        }
        throw illegal(text, "a whole number, 0 or more", null);
    }

    /**
     * A number above zero.
     *
     * @param text the text
     * @return the number
     */
    public static int positive(String text) {
        int value = count(text);
        if (value == 0) {
            throw illegal(text, "a whole number, 1 or more", null);
        }
        return value;
    }

    /**
     * A time that is not negative: seconds, or ISO-8601 such as {@code PT1M30S}.
     *
     * @param text the text
     * @return the time
     */
    public static Duration duration(String text) {
        var plain = text.strip();
        try {
            var value = plain.toUpperCase(Locale.ROOT).startsWith("P") || plain.startsWith("-P")
                    ? Duration.parse(plain)
                    : Duration.ofSeconds(Long.parseLong(plain));
            if (!value.isNegative()) {
                return value;
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            throw illegal(text, "seconds or an ISO duration such as PT1M30S, not negative", e);
        }
        throw illegal(text, "seconds or an ISO duration such as PT1M30S, not negative", null);
    }

    /**
     * True or false.
     *
     * @param text the text
     * @return the answer
     */
    public static boolean flag(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> true;
            case "false", "no", "off", "0" -> false;
            default -> throw illegal(text, "true or false", null);
        };
    }

    /**
     * One of two words.
     *
     * @param text the text
     * @param yes the word that counts
     * @param no the other one
     * @return whether it is the first
     */
    public static boolean either(String text, String yes, String no) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        if (word.equals(yes) || word.equals(no)) {
            return word.equals(yes);
        }
        throw illegal(text, yes + " or " + no, null);
    }

    /**
     * One of an enum's constants, in lower case with hyphens.
     *
     * @param type the enum
     * @param <E> the enum
     * @param text the text
     * @return the constant
     */
    public static <E extends Enum<E>> E choice(Class<E> type, String text) {
        var wanted = text.strip().replace('-', '_').toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> illegal(
                        text,
                        Arrays.stream(type.getEnumConstants())
                                .map(constant ->
                                        constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .collect(Collectors.joining(" or ")),
                        null));
    }

    /**
     * A list, parted by commas.
     *
     * @param text the text
     * @return its parts without blanks
     */
    public static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /**
     * Job servers, parted by commas.
     *
     * @param text the text
     * @return the servers, each once
     */
    public static List<ServerAddress> servers(String text) {
        return list(text).stream().map(ServerAddress::parse).distinct().toList();
    }

    static SubmitMethod method(String text) {
        var method = SubmitMethod.parse(text);
        if (method == SubmitMethod.DEFAULT) {
            throw illegal(text, "a method such as doNormal or doLowBackground", null);
        }
        return method;
    }

    private static IllegalArgumentException illegal(String text, String legal, @Nullable Exception cause) {
        return new IllegalArgumentException("'" + text + "' is not " + legal, cause);
    }
}
