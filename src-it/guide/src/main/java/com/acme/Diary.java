package com.acme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has happened. */
@ApplicationScoped
class Diary {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    void write(String line) {
        lines.add(line);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
