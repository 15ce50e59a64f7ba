package io.gearmancdi.discovery;

import io.gearmancdi.cdi.portable.ReflectedClass;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An application as the rules see it: classes and settings. */
final class Found {

    private final List<ClassView> classes;
    private final Map<String, String> settings = new HashMap<>();
    private final Problems problems = new Problems();

    private Found(List<ClassView> classes) {
        this.classes = classes;
    }

    static Found classes(Class<?>... types) {
        return new Found(Arrays.stream(types).map(Found::managed).toList());
    }

    static ClassView managed(Class<?> type) {
        return ReflectedClass.view(type, ClassView.Kind.MANAGED);
    }

    static Found views(ClassView... views) {
        return new Found(List.of(views));
    }

    Found with(String key, String value) {
        settings.put(key, value);
        return this;
    }

    Discovery discovery() {
        return Discovery.of(classes, new SettingsReader(Settings.of(settings), problems), problems);
    }

    DiscoveredWorker worker() {
        var workers = discovery().workers();
        if (workers.size() != 1) {
            throw new AssertionError(workers + " " + problems.errors());
        }
        return workers.get(0);
    }

    JobMethod job(String methodName) {
        return worker().jobs().stream()
                .filter(job -> job.method().name().equals(methodName))
                .findFirst()
                .orElseThrow();
    }

    List<String> workerNames() {
        return discovery().workers().stream()
                .map(worker -> worker.descriptor().callableName())
                .toList();
    }

    List<Problem> errors() {
        discovery();
        return problems.errors();
    }

    List<Problem> warnings() {
        discovery();
        return problems.warnings();
    }

    List<String> errorCodes() {
        return errors().stream().map(problem -> problem.code().toString()).toList();
    }

    List<String> warningCodes() {
        return warnings().stream().map(problem -> problem.code().toString()).toList();
    }
}
