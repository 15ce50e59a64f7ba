/** The plan of the house, held by tests. Knows every module, and nobody knows it. */
package io.gearmancdi.it.architecture;
