package io.gearmancdi.server.net;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** What other threads want to know of things that only the loop may touch. */
final class Questions {
    private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    /** Any thread: the answer comes from the loop; it fails once that has ended. */
    <T> CompletableFuture<T> ask(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        asked.add(() -> {
            if (over) {
                answer.completeExceptionally(new IllegalStateException("The job server has stopped"));
            } else {
                answer(answer, question);
            }
        });
        if (over) {
            answerAll();
        }
        return answer;
    }

    /** What goes wrong with a question is for him who asks. */
    private static <T> void answer(CompletableFuture<T> answer, Supplier<T> question) {
        try {
            answer.complete(question.get());
        } catch (RuntimeException | OutOfMemoryError e) {
            answer.completeExceptionally(e);
        }
    }

    /**
     * The loop: answers what was asked before; what is asked meanwhile has to wait, or one connection could keep it
     * here.
     */
    void answerAll() {
        int count = asked.size();
        for (var question = asked.poll(); question != null; question = --count > 0 || over ? asked.poll() : null) {
            question.run();
        }
    }

    /** The loop ends; nobody waits for it any longer. */
    void end() {
        over = true;
        answerAll();
    }
}
