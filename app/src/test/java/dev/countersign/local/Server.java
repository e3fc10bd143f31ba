package dev.countersign.local;

/** One server of a {@link RealStack}, to be stopped, killed and started again. */
public final class Server {

    private final Part part;

    Server(Part part) {
        this.part = part;
    }

    /** As `kill -9` does it; returns when the process is gone. */
    public void kill() {
        part.child().ifPresent(child -> {
            child.process().destroyForcibly();
            child.process().onExit().join();
        });
    }

    /** Asks it to end and returns when it has. */
    public void stop() {
        part.child().ifPresent(child -> {
            child.process().destroy();
            child.process().onExit().join();
        });
    }

    /** Returns when it is ready; it finds its data and its port again. */
    public void start() {
        part.start();
    }

    public boolean isAlive() {
        return part.child().filter(child -> child.process().isAlive()).isPresent();
    }
}
