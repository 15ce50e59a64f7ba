package io.gearmancdi.driver.admin;

import io.gearmancdi.ServerAddress;
import java.time.Duration;
import java.util.List;

/**
 * What the administrative client needs to know.
 *
 * @param servers those of the application
 * @param timeout for connecting, and again for the answer
 * @param maxAnswer how many bytes an answer may have
 */
public record AdminSettings(List<ServerAddress> servers, Duration timeout, int maxAnswer) {}
