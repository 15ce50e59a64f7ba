/** The listings of the guide. */
@NullMarked
package com.acme;

import org.jspecify.annotations.NullMarked;
