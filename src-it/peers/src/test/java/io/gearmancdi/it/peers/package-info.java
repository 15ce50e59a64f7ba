/** Programs in other languages, beside ours. */
@org.jspecify.annotations.NullMarked
package io.gearmancdi.it.peers;
