package dev.countersign.local;

import java.util.HashMap;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.support.TestPropertySourceUtils;

/** Tells a test's application where the shared stack is; what the test itself says goes first. */
public class RealStackProperties implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var properties = new HashMap<String, Object>(stack().properties());
        properties.remove("server.port");
        // Production's pace, whatever a restless engine asks for.
        properties.remove("countersign.engine.grace");
        properties.remove("countersign.engine.reconcile-every");
        // A test does in a minute as one person what a house does in a day.
        properties.put("countersign.identity.limits.forms", "0");
        var sources = context.getEnvironment().getPropertySources();
        var told = new MapPropertySource("real stack", properties);
        var own = TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME;
        if (sources.contains(own)) {
            sources.addAfter(own, told);
        } else {
            sources.addFirst(told);
        }
    }

    RealStack stack() {
        return RealStack.shared();
    }

    /** Tells it where the stack is that tests may break. */
    public static final class Fragile extends RealStackProperties {

        @Override
        RealStack stack() {
            return RealStack.fragile();
        }
    }
}
