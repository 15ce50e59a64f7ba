/** GlassFish, embedded; each version is a module that runs the same classes. */
package io.gearmancdi.it.glassfish;
