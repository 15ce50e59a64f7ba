package io.gearmancdi.admin;

import io.gearmancdi.JobHandle;

/**
 * A job that waits or runs on a server.
 *
 * @param handle names it; good for {@link GearmanAdmin#cancel}
 * @param retries how many of its workers were lost
 * @param abandoned whether its callers are gone or it was cancelled, so that nobody will run it
 * @param background whether it was submitted in the background
 */
public record ServerJob(JobHandle handle, long retries, boolean abandoned, boolean background) {}
