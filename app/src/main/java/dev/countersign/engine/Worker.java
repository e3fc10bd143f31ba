package dev.countersign.engine;

/**
 * What a service task of a model does. A worker re-reads the truth from PostgreSQL, is safe to run twice, and opens
 * its own transaction; the engine calls it outside any.
 *
 * @param <I> the variables it reads, as a record
 * @param <O> the routing facts it gives back, as a record
 */
public interface Worker<I extends Record, O extends Record> {

    /** The job type on the diagram, `<module>.<element>`. */
    String type();

    Class<I> input();

    O work(Job job, I input);
}
