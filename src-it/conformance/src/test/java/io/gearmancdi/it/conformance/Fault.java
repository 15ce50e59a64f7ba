package io.gearmancdi.it.conformance;

/** Everything that gearmand 1.1.20 is known to do wrong. */
enum Fault {
    F1_LARGE_TYPE_KILLS("a packet type of 0x80000000 or more ends the server"),
    F2_TIMER_OF_FINISHED_JOB("the timer of a finished job damages the counters"),
    F3_BACKGROUND_JOB_LOST("a background job is lost with a client that joined it"),
    F4_ABANDONED_UNIQUE("who submits the unique of an abandoned job again waits for ever"),
    F5_NUL_AFTER_HANDLE("WORK_FAIL in place of an exception has a NUL too many"),
    F6_UNIQUE_OF_64("a unique of 64 bytes is cut and damages the workload"),
    F7_ONE_TIMER("only the first job of a connection is timed"),
    F8_SLEEP_WITHOUT_GRAB("who sleeps again without a grab is never woken"),
    F9_EPOCH_WAKES_NOBODY("a delayed job wakes nobody, and holds up others"),
    F10_ARGUMENTS_BEYOND_PACKET("arguments reach beyond their packet"),
    F11_FAIL_AFTER_EXCEPTION("a failure after an exception is an error"),
    F12_LONG_HANDLE("a status request with 64 bytes or more is not answered"),
    F13_EPOCH_OUT_OF_RANGE("a delayed job with a time beyond 64 bits is not answered"),
    F14_HALF_CLOSE("who stops sending gets no answers"),
    F15_FUNCTION_BEFORE_PRIORITY("the order of functions goes before priority"),
    F16_CAN_DO_TWICE("a function that is offered twice counts twice"),
    F17_CREATE_CUTS("create function cuts the name at a bare line feed"),
    F18_DROP_STRANDS("drop function strands jobs"),
    F19_CANCEL_LEAVES_TRACES("a cancelled job leaves traces"),
    F20_SHORT_BACKLOG("a burst of connections waits for seconds"),
    F21_SILENT_TLS("--ssl is ignored in builds without it"),
    F22_LONG_DENOMINATOR("a status with a long denominator is dropped"),
    F23_SECONDS_ARE_CUT("a timeout below a thousand, which Perl means as seconds, is one second");

    private final String text;

    Fault(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return name().substring(0, name().indexOf('_')) + ": " + text;
    }
}
