package io.gearmancdi.admin;

/**
 * The jobs of one function that wait, by priority.
 *
 * @param function the name on the wire
 * @param high jobs of high priority
 * @param normal jobs of normal priority
 * @param low jobs of low priority
 * @param workers connections that offer the function
 */
public record PriorityStatus(String function, long high, long normal, long low, long workers) {}
