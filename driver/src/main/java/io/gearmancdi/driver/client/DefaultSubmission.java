package io.gearmancdi.driver.client;

import io.gearmancdi.JobHandle;
import io.gearmancdi.JobResult;
import io.gearmancdi.ReturnCode;
import io.gearmancdi.Submission;
import java.util.Optional;

/** What {@code callJob} gives back. */
record DefaultSubmission(JobHandle handle, ReturnCode returnCode, Optional<JobResult> result) implements Submission {}
