package io.gearmancdi.driver.client;

import io.gearmancdi.ServerAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * In which order a submission tries its servers. One with a unique always goes to the same server first, by rendezvous
 * hashing, so that equal jobs meet; others take turns. Servers that are down come last.
 */
final class ServerChoice {

    private final AtomicInteger turn = new AtomicInteger();
    private final Predicate<ServerAddress> down;

    ServerChoice(Predicate<ServerAddress> down) {
        this.down = down;
    }

    List<ServerAddress> order(List<ServerAddress> servers, String function, String unique) {
        if (servers.size() == 1) {
            return servers;
        }
        var ordered = new ArrayList<>(servers);
        if (unique.isEmpty()) {
            Collections.rotate(ordered, -Integer.remainderUnsigned(turn.getAndIncrement(), servers.size()));
        } else {
            ordered.sort(Comparator.comparingLong(server -> weight(server, function, unique)));
        }
        ordered.sort(Comparator.comparing(down::test));
        return List.copyOf(ordered);
    }

    private static long weight(ServerAddress server, String function, String unique) {
        // Of strings and numbers alone, whose hash is the same in every process
        long place = 31L * server.host().hashCode() + server.port();
        long hash = 31L * (31L * place + function.hashCode()) + unique.hashCode();
        // The finishing steps of SplitMix64: every bit of the key reaches every bit of the weight
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        return hash ^ (hash >>> 31);
    }
}
