/** Runs this library beside its peers on one job server, in turn, and prints how they compare. */
package io.gearmancdi.benchmarks.compare;
