/** The behaviour of the library on WildFly Preview. */
package io.gearmancdi.it.wildflypreview;
