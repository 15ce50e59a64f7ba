package io.gearmancdi.driver.client;

import io.gearmancdi.ServerAddress;
import java.time.Duration;
import java.util.List;

/**
 * What the client is told once.
 *
 * @param servers the default servers, one at least
 * @param timeout how long a caller waits; zero: for ever
 * @param maxPending how many submissions of one connection may be outstanding
 * @param failWhenFull whether what finds no room fails at once, instead of waiting
 * @param maxResultSize how large joined data may grow, in bytes
 * @param maxPacketSize how large the body of a packet may be, in bytes
 * @param generateUniqueKeys whether submissions without a unique get one from their content
 */
public record ClientSettings(
        List<ServerAddress> servers,
        Duration timeout,
        int maxPending,
        boolean failWhenFull,
        int maxResultSize,
        int maxPacketSize,
        boolean generateUniqueKeys) {}
