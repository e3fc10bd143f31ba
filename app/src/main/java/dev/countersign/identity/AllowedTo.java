package dev.countersign.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says on a controller or one of its methods who may call it at all: anybody with one of these roles. A route without
 * it stops the start; finer rules (author, department, not one's own change) belong to the use case.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

    Role[] value();
}
