package io.gearmancdi.examples.php;

import java.util.List;

/**
 * What PHP sends as JSON.
 *
 * @param customer who
 * @param cents the prices
 */
public record Order(String customer, List<Long> cents) {}
