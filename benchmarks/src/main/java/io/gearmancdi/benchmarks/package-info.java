/** Benchmarks: JMH for the codec, whole processes for client and worker. Nobody uses this package. */
package io.gearmancdi.benchmarks;
