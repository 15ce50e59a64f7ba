package io.gearmancdi.cli;

import io.gearmancdi.GearmanException;
import io.gearmancdi.JobDoesNotExistException;
import io.gearmancdi.JobTimeoutException;
import io.gearmancdi.OutcomeUnknownException;
import io.gearmancdi.ServerConnectionException;
import io.gearmancdi.SubmissionUnknownException;
import io.gearmancdi.WorkerDoesNotExistException;
import io.gearmancdi.discovery.InvalidDeploymentException;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.DeploymentException;

/** How the console ends. The numbers are a contract with scripts. */
enum ExitCode {
    OK(0),
    /** A limit was reached: as good as OK, but who starts workers again may want to tell the two apart. */
    LIMIT(0),
    UNEXPECTED(1),
    USAGE(2),
    NOT_FOUND(3),
    NO_SERVER(4),
    JOB_FAILED(5),
    TIMED_OUT(6),
    BAD_CONFIGURATION(7),
    REFUSED(8);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** What an exception, or the first known one of its causes, means. */
    static ExitCode of(Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            var code = ofType(cause);
            if (code != UNEXPECTED) {
                return code;
            }
        }
        return UNEXPECTED;
    }

    private static ExitCode ofType(Throwable problem) {
        if (problem instanceof RefusedException) {
            return REFUSED;
        }
        if (problem instanceof InvalidDeploymentException
                || problem instanceof DeploymentException
                || problem instanceof DefinitionException) {
            return BAD_CONFIGURATION;
        }
        return problem instanceof GearmanException gearman ? ofGearman(gearman) : UNEXPECTED;
    }

    private static ExitCode ofGearman(GearmanException problem) {
        if (problem instanceof WorkerDoesNotExistException || problem instanceof JobDoesNotExistException) {
            return NOT_FOUND;
        }
        if (problem instanceof JobTimeoutException) {
            return TIMED_OUT;
        }
        boolean lost = problem instanceof ServerConnectionException
                || problem instanceof SubmissionUnknownException
                || problem instanceof OutcomeUnknownException;
        return lost ? NO_SERVER : UNEXPECTED;
    }
}
