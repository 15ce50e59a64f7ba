package io.gearmancdi.server.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All functions that were ever named, in that order.
 *
 * <p>Names are bytes. Control characters are refused, as they would break the lines of the text protocol; not so tabs,
 * by which Perl joins a prefix to a name. What is longer than the settings allow is refused as well: functions stay for
 * ever, so that names without bounds would fill the memory.
 */
final class Functions {
    private static final int DELETE = 0x7f;

    private final Map<Name, Function> byName = new LinkedHashMap<>();
    private final int longest;
    private final int most;

    Functions(int longest, int most) {
        this.longest = longest;
        this.most = most;
    }

    /** The function of that name, which is new perhaps; null where there must be none. */
    @Nullable
    Function get(byte[] bytes) {
        var name = new Name(bytes);
        var known = byName.get(name);
        if (known != null) {
            return known;
        }
        if (byName.size() >= most || !isLegal(bytes)) {
            return null;
        }
        var created = new Function(name);
        byName.put(name, created);
        return created;
    }

    /** The function of a job from the store, whose name was legal when it was submitted. */
    Function restore(byte[] name) {
        return byName.computeIfAbsent(new Name(name), Function::new);
    }

    private boolean isLegal(byte[] name) {
        for (byte character : name) {
            if ((character >= 0 && character < ' ' && character != '\t') || character == DELETE) {
                return false;
            }
        }
        return name.length <= longest;
    }

    @Nullable
    Function find(Name name) {
        return byName.get(name);
    }

    void remove(Function function) {
        byName.remove(function.name);
    }

    Collection<Function> all() {
        return byName.values();
    }
}
