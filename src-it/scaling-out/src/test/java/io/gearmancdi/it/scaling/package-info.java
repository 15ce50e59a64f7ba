/** One application on several machines, and workers beside it. */
package io.gearmancdi.it.scaling;
