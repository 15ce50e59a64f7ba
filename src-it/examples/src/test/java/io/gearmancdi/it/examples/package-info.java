/** The READMEs of the examples, taken at their word. */
package io.gearmancdi.it.examples;
