package io.gearmancdi.cli.cache;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a catalog depends on, as it was at one moment: classes, system properties, environment. The files of the class
 * paths themselves are looked at anew for each fingerprint.
 *
 * @param application the application's class path
 * @param console the class path of the console itself
 * @param properties the system properties
 * @param environment the environment
 */
public record Origin(
        ClassPath application, ClassPath console, Map<String, String> properties, Map<String, String> environment) {

    /**
     * Copies the maps.
     *
     * @param application the application's class path
     * @param console the class path of the console itself
     * @param properties the system properties
     * @param environment the environment
     */
    public Origin {
        properties = Map.copyOf(properties);
        environment = Map.copyOf(environment);
    }

    /**
     * What holds in this process now.
     *
     * @param application the application's class path
     * @return the origin
     */
    public static Origin of(ClassPath application) {
        var properties = new TreeMap<String, String>();
        for (var name : System.getProperties().stringPropertyNames()) {
            properties.put(name, System.getProperty(name, ""));
        }
        return new Origin(
                application, ClassPath.parse(System.getProperty("java.class.path", "")), properties, System.getenv());
    }

    Fingerprint fingerprint() {
        return Fingerprint.of(this);
    }
}
