package io.gearmancdi.cli;

import io.gearmancdi.GearmanClient;
import io.gearmancdi.GearmanWorkers;
import io.gearmancdi.admin.GearmanAdmin;
import io.gearmancdi.cdi.ConsoleOutput;
import io.gearmancdi.cli.view.Catalog;
import io.gearmancdi.cli.view.Launch;

/** What the console runs in: a process of its own, which boots the application when it must, or a running container. */
interface Host {

    /** The workers; boots the application if it does not run. */
    GearmanWorkers workers();

    /** Submits jobs; boots the application if it does not run. */
    GearmanClient client();

    /** Asks job servers; boots the application if it does not run. */
    GearmanAdmin admin();

    /** The workers' output; boots the application if it does not run. */
    ConsoleOutput output();

    /** What there is, from the cache where there is one. */
    Catalog catalog();

    /** The words that start the console for this application. */
    Launch launch();

    /** Asks the user; says yes where nobody is there. */
    boolean confirms(String question);

    /**
     * Empties the cache.
     *
     * @return what there is to tell
     */
    String clearCache();

    /**
     * Fills the cache anew.
     *
     * @return what there is to tell
     */
    String warmUpCache();
}
