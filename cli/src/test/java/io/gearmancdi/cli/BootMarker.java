package io.gearmancdi.cli;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Leaves a mark each time the application boots, and breaks the boot where that is wanted. */
@ApplicationScoped
class BootMarker {

    void booted(@Observes @Initialized(ApplicationScoped.class) Object event) throws IOException {
        var marks = System.getProperty("test.boot.marks");
        if (marks != null) {
            Files.writeString(Path.of(marks), "x", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        if (Boolean.getBoolean("test.boot.breaks")) {
            throw new IllegalStateException("The application breaks");
        }
    }
}
