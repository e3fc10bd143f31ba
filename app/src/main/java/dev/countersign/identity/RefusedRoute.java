package dev.countersign.identity;

import org.springframework.http.ProblemDetail;

/** A route that says more than that it was refused. A module that has one is asked by a bean of this type. */
public interface RefusedRoute {

    /** The route itself, with nothing below it. */
    String path();

    /** Adds what whoever asks has to know, whatever refused them and however far out. */
    void explain(ProblemDetail problem);
}
