/** Counts the words of a text: one job for each part of it, all at the same time. */
@NullMarked
package io.gearmancdi.examples.liberty;

import org.jspecify.annotations.NullMarked;
