package dev.countersign.identity;

import org.springframework.http.ProblemDetail;

/** A route that says more than that it is asked too often. A module that has one is asked by a bean of this type. */
public interface Throttled {

    /** The route itself, with nothing below it. */
    String path();

    /** Adds what whoever asks has to know. */
    void explain(ProblemDetail problem);
}
