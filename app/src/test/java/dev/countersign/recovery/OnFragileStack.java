package dev.countersign.recovery;

import dev.countersign.Countersign;
import dev.countersign.local.RealStackProperties;
import dev.countersign.local.TestComponents;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Runs a test in the application against the stack that tests may break; the reconciler is in a hurry there. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {Countersign.class, TestComponents.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"countersign.engine.reconcile-every=2s", "countersign.engine.grace=5s"})
@ActiveProfiles("local")
@ContextConfiguration(initializers = RealStackProperties.Fragile.class)
@DirtiesContext
@interface OnFragileStack {}
