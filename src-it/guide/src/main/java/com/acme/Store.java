package com.acme;

import jakarta.enterprise.context.ApplicationScoped;

/** Where pictures are. */
@ApplicationScoped
class Store {

    Thumbnail scale(String picture, int width) {
        if (width < 1) {
            throw new IllegalArgumentException("no width");
        }
        return new Thumbnail(picture, width);
    }
}
