package io.gearmancdi.discovery;

import io.gearmancdi.ServerAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The application's job servers, written in one of two forms. The whole list from a stronger source holds alone. */
public final class ServerList {

    private static final Pattern KEY = Pattern.compile("gearman\\.servers\\.(\"[^\"]+\"|[^.\"]+)\\.(host|port)");

    private ServerList() {}

    /**
     * Reads them.
     *
     * @param reader the settings
     * @param problems where problems go
     * @return one server at least
     */
    public static List<ServerAddress> read(SettingsReader reader, Problems problems) {
        var settings = reader.settings();
        var ids = ids(settings.names());
        var whole = settings.ordinal(Key.SERVERS.pattern());
        if (ids.isEmpty() || (whole.isPresent() && whole.getAsInt() > ordinal(ids, settings))) {
            return atLeastOne(reader.value(Key.SERVERS, Values::servers));
        }
        if (whole.isPresent()) {
            problems.add(
                    ProblemCode.SERVERS_TWICE,
                    Key.SERVERS.pattern(),
                    "the servers are also written as "
                            + Key.SERVER_HOST.of(ids.iterator().next()),
                    "Keep one of the two forms");
        }
        return atLeastOne(ids.stream()
                .map(id -> address(id, reader))
                .flatMap(Optional::stream)
                .distinct()
                .toList());
    }

    /** That of the strongest of their keys. */
    private static int ordinal(Set<String> ids, Settings settings) {
        return ids.stream()
                .flatMap(id -> Stream.of(Key.SERVER_HOST.of(id), Key.SERVER_PORT.of(id)))
                .flatMapToInt(key -> settings.ordinal(key).stream())
                .max()
                .orElse(Integer.MIN_VALUE);
    }

    private static Set<String> ids(Set<String> names) {
        var ids = new TreeSet<String>();
        for (var name : names) {
            var match = KEY.matcher(name);
            if (match.matches()) {
                ids.add(match.group(1));
            }
        }
        return ids;
    }

    private static Optional<ServerAddress> address(String id, SettingsReader reader) {
        var host = reader.value(Key.SERVER_HOST, Key.SERVER_HOST.of(id), String::strip);
        var port = Key.SERVER_PORT.of(id);
        var text = reader.settings().get(port).orElse(Key.SERVER_PORT.builtIn());
        return reader.parse(new Sourced(text, port), number -> new ServerAddress(host, Values.positive(number)));
    }

    private static List<ServerAddress> atLeastOne(List<ServerAddress> servers) {
        return servers.isEmpty() ? Values.servers(Key.SERVERS.builtIn()) : servers;
    }
}
