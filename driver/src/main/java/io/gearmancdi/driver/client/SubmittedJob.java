package io.gearmancdi.driver.client;

import io.gearmancdi.SubmitMethod;
import io.gearmancdi.UniqueRule;
import io.gearmancdi.spi.Submitted;
import java.util.Optional;

/** What a key generator is shown. */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record SubmittedJob(
        String job,
        String function,
        byte[] workload,
        SubmitMethod method,
        UniqueRule rule,
        Optional<String> key,
        boolean generationEnabled)
        implements Submitted {}
