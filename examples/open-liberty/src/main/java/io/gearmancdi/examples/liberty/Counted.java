package io.gearmancdi.examples.liberty;

import java.util.List;
import java.util.Map;

/**
 * What is known of a text.
 *
 * @param parts how many jobs it took
 * @param words how many words it has
 * @param most the most frequent words, and how often they are there
 * @param failures the parts that are missing, and why
 */
public record Counted(int parts, long words, Map<String, Integer> most, List<String> failures) {}
