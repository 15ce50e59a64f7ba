package io.gearmancdi.it.ee;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a server takes up.
 *
 * @param threads how many there are of each kind: of one name, but for the numbers in it
 * @param descriptors open files and sockets
 * @param libraries how many applications have left the library alive
 */
public record Footprint(Map<String, Long> threads, long descriptors, long libraries) {

    /**
     * What has grown by so many.
     *
     * @param before what it was
     * @param many one for each time that something may have stayed
     * @return kinds of threads, {@code descriptors}, {@code libraries}
     */
    public List<String> grownSince(Footprint before, int many) {
        var grown = new ArrayList<String>();
        threads.forEach((kind, count) -> {
            if (count - before.threads.getOrDefault(kind, 0L) >= many) {
                grown.add(kind);
            }
        });
        if (descriptors - before.descriptors >= many) {
            grown.add("descriptors");
        }
        if (libraries - before.libraries >= many) {
            grown.add("libraries");
        }
        return grown;
    }
}
