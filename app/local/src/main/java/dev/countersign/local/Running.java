package dev.countersign.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.springframework.context.ConfigurableApplicationContext;

/** What this process has put up, taken down in the opposite order. */
final class Running implements AutoCloseable {

    private final Deque<Owned> owned = new ArrayDeque<>();

    private boolean closed;

    private interface Owned {
        void close();
    }

    synchronized LocalStack own(LocalStack stack) {
        own((Owned) stack::close);
        return stack;
    }

    synchronized void own(ConfigurableApplicationContext application) {
        own((Owned) application::close);
    }

    private void own(Owned one) {
        if (closed) {
            one.close();
        } else {
            owned.push(one);
        }
    }

    /** Whether somebody asked to stop; what fails after that is no news. */
    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!owned.isEmpty()) {
            owned.pop().close();
        }
    }
}
