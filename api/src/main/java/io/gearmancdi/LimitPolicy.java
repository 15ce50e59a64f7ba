package io.gearmancdi;

/** What happens when a worker has reached its iterations or its idle timeout. */
public enum LimitPolicy {
    /** It starts anew with fresh instances, not before its minimum execution time has passed. */
    RECYCLE,
    /** It stays stopped. */
    STOP
}
