package dev.countersign.local;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.web.bind.annotation.RestController;

/** What tests share, in one application context for all of them: each more would cost seconds and a node's threads. Routes stay out. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = "dev.countersign",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(TestComponent.class),
        excludeFilters = @ComponentScan.Filter(RestController.class))
public class TestComponents {}
