/**
 * A folder of images becomes thumbnails and a contact sheet.
 *
 * <p>{@link io.gearmancdi.examples.quickstart.ImageWorker} does the work,
 * {@link io.gearmancdi.examples.quickstart.Gallery} submits it, {@link io.gearmancdi.examples.quickstart.Callbacks}
 * hears how it goes. The records are what travels between them, as JSON. Everything else reads and draws pictures or
 * talks to the user.
 */
package io.gearmancdi.examples.quickstart;
