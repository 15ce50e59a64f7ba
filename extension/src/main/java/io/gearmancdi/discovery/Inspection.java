package io.gearmancdi.discovery;

import java.util.List;
import java.util.stream.Collectors;

/** Checks what annotations alone tell. */
public final class Inspection {

    private Inspection() {}

    /**
     * Checks a class.
     *
     * @param view the class
     * @param problems where problems go
     */
    public static void inspect(ClassView view, Problems problems) {
        legalJobs(view, problems);
    }

    /** The job methods that can be called. */
    static List<MethodView> legalJobs(ClassView view, Problems problems) {
        var jobs = JobMethods.of(view);
        if (view.work().isEmpty()) {
            jobs.forEach(job -> problems.add(
                    ProblemCode.JOB_WITHOUT_WORK,
                    where(view, job),
                    "@Job in a class without @Work",
                    "Add @Work to the class, or nobody offers the job"));
            return List.of();
        }
        if (view.kind() == ClassView.Kind.SESSION) {
            problems.add(
                    ProblemCode.SESSION_BEAN,
                    view.type().getName(),
                    "a worker cannot be an enterprise bean",
                    "Remove the EJB annotation; use @Transactional and the like on a CDI bean");
            return List.of();
        }
        if (jobs.isEmpty()) {
            problems.add(
                    ProblemCode.WORKER_WITHOUT_JOB,
                    view.type().getName(),
                    "a worker without any @Job method offers nothing",
                    "Add @Job to a method");
        }
        return jobs.stream().filter(job -> isLegal(view, job, problems)).toList();
    }

    private static boolean isLegal(ClassView view, MethodView method, Problems problems) {
        var where = where(view, method);
        if (method.isPrivate()) {
            problems.add(
                    ProblemCode.PRIVATE_JOB, where, "a @Job method is private", "Make it package-private or wider");
            return false;
        }
        if (method.isStatic()) {
            problems.add(ProblemCode.STATIC_JOB, where, "a @Job method is static", "Make it an instance method");
            return false;
        }
        var fault = method.signature().fault();
        fault.ifPresent(reason -> problems.add(
                ProblemCode.SIGNATURE,
                where,
                "no workload fits the parameters, " + reason,
                "Take nothing, a GearmanJob, one typed value, or both"));
        return fault.isEmpty();
    }

    static String where(ClassView view, MethodView method) {
        return view.type().getName() + "." + method.name()
                + method.signature().erasure().stream()
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
