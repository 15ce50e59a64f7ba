package io.gearmancdi.cli;

import io.gearmancdi.ServerAddress;
import io.gearmancdi.cdi.config.Configuration;
import io.gearmancdi.discovery.Key;
import io.gearmancdi.discovery.Problems;
import io.gearmancdi.discovery.ServerList;
import io.gearmancdi.discovery.SettingsReader;
import io.gearmancdi.discovery.Values;
import java.time.Duration;
import java.util.List;

/**
 * What of the configuration the console shows and uses.
 *
 * @param jobPrefix what all function names start with
 * @param servers the job servers of workers that name none
 * @param connectTimeout how long connecting may take
 * @param shutdownTimeout how long the stop waits for running jobs
 */
record Setup(String jobPrefix, List<ServerAddress> servers, Duration connectTimeout, Duration shutdownTimeout) {

    static Setup read() {
        var problems = new Problems();
        var reader = new SettingsReader(Configuration.open(), problems);
        return new Setup(
                reader.value(Key.DEFAULTS_JOB_PREFIX, String::strip),
                ServerList.read(reader, problems),
                reader.value(Key.CLIENT_CONNECT_TIMEOUT, Values::duration),
                reader.value(Key.SHUTDOWN_TIMEOUT, Values::duration));
    }

    List<ServerAddress> serversOr(List<ServerAddress> own) {
        return own.isEmpty() ? servers : own;
    }
}
