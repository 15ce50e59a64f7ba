/** Draws the images that the quickstart ships with. */
package io.gearmancdi.examples.quickstart.samples;
