package io.gearmancdi.cli;

import io.gearmancdi.GearmanWorkers;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a run of the console works with.
 *
 * @param workers the workers; asked for only when a command needs them
 * @param setup what of the configuration the console shows
 * @param launch the words that start the console in this way
 * @param confirmation asks the user; says yes where nobody is there
 * @param out data
 * @param err talk
 */
record Surroundings(
        Supplier<GearmanWorkers> workers,
        Supplier<Setup> setup,
        Supplier<List<String>> launch,
        Predicate<String> confirmation,
        PrintWriter out,
        PrintWriter err) {}
