package dev.countersign.local;

/** One server of the stack. */
sealed interface Part permits Postgres, Engine, Keycloak {

    /** What people call it. */
    String title();

    /** What its readiness is seen by. */
    String waitsFor();

    /** Returns when it is ready. */
    void start();

    /** The process; absent before the first start. */
    java.util.Optional<ChildProcess> child();
}
