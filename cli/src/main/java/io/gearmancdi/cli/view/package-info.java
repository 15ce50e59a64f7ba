/**
 * What the console knows of an application, and how it shows it. Java alone: nothing here waits for a container or a
 * library to be loaded.
 */
@NullMarked
package io.gearmancdi.cli.view;

import org.jspecify.annotations.NullMarked;
