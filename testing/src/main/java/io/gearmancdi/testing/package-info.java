/**
 * For tests of applications and of clients: {@link io.gearmancdi.testing.GearmanServer} gives a JUnit 5 test a job
 * server, {@link io.gearmancdi.testing.ScriptedServer} is one that misbehaves where it is told to.
 */
@NullMarked
package io.gearmancdi.testing;

import org.jspecify.annotations.NullMarked;
