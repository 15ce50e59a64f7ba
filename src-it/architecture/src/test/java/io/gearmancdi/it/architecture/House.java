package io.gearmancdi.it.architecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The rooms, by their packages. */
final class House {

    static final String ROOT = "io.gearmancdi";
    static final String[] API = {ROOT, ROOT + ".admin", ROOT + ".event", ROOT + ".spi"};
    static final String PROTOCOL = ROOT + ".protocol..";
    static final String DRIVER = ROOT + ".driver..";
    static final String SESSION = ROOT + ".driver.session..";
    static final String SERVER = ROOT + ".server..";
    static final String ENGINE = ROOT + ".server.engine..";
    static final String SERVER_PROGRAM = ROOT + ".server.main..";
    static final String DISCOVERY = ROOT + ".discovery..";
    static final String CDI = ROOT + ".cdi..";
    static final String PORTABLE = ROOT + ".cdi.portable..";
    static final String BUILD = ROOT + ".cdi.build..";
    static final String CONFIG = ROOT + ".cdi.config..";
    static final String CLI = ROOT + ".cli..";
    static final String TESTING = ROOT + ".testing..";
    static final String JSON = ROOT + ".cdi.json..";

    private House() {}

    /** Leaves out what is not shipped. */
    static final class Shipped implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/it/") && !location.contains("test-classes");
        }
    }
}
