package io.gearmancdi.it.faults;

import io.gearmancdi.driver.session.WorkerSession;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import net.bytebuddy.asm.Advice;

/** What the driver does without a rule. Woven into its classes: all of it has to be public. */
@SuppressWarnings("UnusedVariable") // what is assigned is read by the method it is woven into
public final class WithoutRule {

    private static final long WRITTEN_MILLIS = 3;

    private WithoutRule() {}

    /** Closes a little after the last result was handed over. */
    public static void closeSoon(WorkerSession.Effects effects) {
        CompletableFuture.delayedExecutor(WRITTEN_MILLIS, TimeUnit.MILLISECONDS).execute(effects::drained);
    }

    /** Forgets one call of a job: the one that was attached first. */
    public static void forget(Map<String, Object> byHandle, String handle) {
        var attached = byHandle.get(handle);
        try {
            if (attached != null && attached.getClass().getSimpleName().equals("Group")) {
                ((List<?>) field(attached, "calls").get(attached)).remove(0);
                field(attached, "turn").setInt(attached, 0);
            } else {
                byHandle.remove(handle);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Field field(Object owner, String name) throws NoSuchFieldException {
        var field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    /** In place of the barrier. */
    public static final class Barrier {

        private Barrier() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(
                @Advice.FieldValue("draining") boolean draining,
                @Advice.FieldValue(value = "barrier", readOnly = false) boolean barrier,
                @Advice.FieldValue("outstanding") int outstanding,
                @Advice.FieldValue("running") int running,
                @Advice.FieldValue("effects") WorkerSession.Effects effects) {
            if (draining && !barrier && outstanding == 0 && running == 0) {
                barrier = true;
                WithoutRule.closeSoon(effects);
            }
            return true;
        }
    }

    /** In place of the tombstone. */
    public static final class Tombstone {

        private Tombstone() {}

        @Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
        static boolean enter(
                @Advice.FieldValue("byHandle") Map<String, Object> byHandle, @Advice.Argument(0) String handle) {
            WithoutRule.forget(byHandle, handle);
            return true;
        }
    }

    /** Everything may be submitted again. */
    public static final class Always {

        private Always() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean repeatable) {
            repeatable = true;
        }
    }

    /** Nothing may be submitted again. */
    public static final class Never {

        private Never() {}

        @Advice.OnMethodExit
        static void exit(@Advice.Return(readOnly = false) boolean repeatable) {
            repeatable = false;
        }
    }
}
