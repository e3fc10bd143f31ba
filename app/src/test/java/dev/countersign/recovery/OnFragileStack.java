package dev.countersign.recovery;

import dev.countersign.local.OnBroker;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/** Runs a test in the application against the stack that tests may break; the reconciler is in a hurry there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnBroker
@TestPropertySource(properties = {"countersign.engine.reconcile-every=2s", "countersign.engine.grace=5s"})
@interface OnFragileStack {}
