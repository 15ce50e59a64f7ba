package io.gearmancdi.discovery;

import io.gearmancdi.discovery.Attribute.Level;
import java.util.ArrayList;
import java.util.List;

/** Every key that is read: for warnings about others, and for the documentation. */
public final class KeyTable {

    private KeyTable() {}

    /**
     * One key.
     *
     * @param pattern the key, with names in angle brackets
     * @param builtIn the value where nothing is set; empty: none
     * @param meaning what it is for
     */
    public record Entry(String pattern, String builtIn, String meaning) {}

    /** {@return all keys} */
    public static List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        for (var key : Key.values()) {
            entries.add(new Entry(key.pattern(), key.builtIn(), key.meaning()));
        }
        for (var level : Level.values()) {
            for (var attribute : Attribute.values()) {
                if (attribute.isOn(level)) {
                    entries.add(entry(level, attribute));
                }
            }
        }
        return List.copyOf(entries);
    }

    private static Entry entry(Level level, Attribute attribute) {
        var name = level == Level.DEFAULTS ? "" : "<name>.";
        var builtIn = level == Level.DEFAULTS || !attribute.isOn(Level.DEFAULTS) ? attribute.builtIn() : "";
        return new Entry(level.prefix() + name + attribute.suffix(), builtIn, attribute.meaning());
    }
}
