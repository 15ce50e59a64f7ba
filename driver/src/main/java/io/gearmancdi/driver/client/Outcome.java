package io.gearmancdi.driver.client;

import io.gearmancdi.BufferFullException;
import io.gearmancdi.GearmanException;
import io.gearmancdi.JobHandle;
import io.gearmancdi.JobTimeoutException;
import io.gearmancdi.QueueFullException;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.ServerConnectionException;
import io.gearmancdi.ServerErrorException;

/** How a submission ended, as the client sees it. */
sealed interface Outcome {

    ReturnCode returnCode();

    /** A foreground job ended, well or badly. */
    record Ended(DefaultJobResult result) implements Outcome {
        @Override
        public ReturnCode returnCode() {
            return result.returnCode();
        }
    }

    /** A background job was accepted. */
    record Accepted(JobHandle handle) implements Outcome {
        @Override
        public ReturnCode returnCode() {
            return ReturnCode.SUCCESS;
        }
    }

    /** There is no result. */
    record Trouble(GearmanException error) implements Outcome {
        @Override
        public ReturnCode returnCode() {
            if (error instanceof JobTimeoutException) {
                return ReturnCode.TIMEOUT;
            }
            if (error instanceof QueueFullException) {
                return ReturnCode.JOB_QUEUE_FULL;
            }
            if (error instanceof ServerConnectionException) {
                return ReturnCode.COULD_NOT_CONNECT;
            }
            return error instanceof ServerErrorException || error instanceof BufferFullException
                    ? ReturnCode.SERVER_ERROR
                    : ReturnCode.LOST_CONNECTION;
        }
    }
}
