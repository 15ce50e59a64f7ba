package io.gearmancdi.cdi.portable;

import io.gearmancdi.cdi.config.Configuration;
import io.gearmancdi.discovery.ClassView;
import io.gearmancdi.discovery.Discovery;
import io.gearmancdi.discovery.Inspection;
import io.gearmancdi.discovery.Problems;
import io.gearmancdi.discovery.SettingsReader;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.List;

/** Refuses applications whose annotations are wrong. */
final class DeploymentCheck {

    private DeploymentCheck() {}

    static void run(List<ClassView> classes) {
        var problems = new Problems();
        classes.forEach(view -> Inspection.inspect(view, problems));
        if (!problems.errors().isEmpty()) {
            // The application will not start: what is wrong in its configuration may be told as well
            Discovery.of(classes, new SettingsReader(Configuration.open(), problems), problems);
            throw new DeploymentException(problems.report());
        }
    }
}
