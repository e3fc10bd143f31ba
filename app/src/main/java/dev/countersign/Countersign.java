package dev.countersign;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The production application: every address it talks to comes from its configuration. Modules may use the same word
 * for a class, so beans go by their full names.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Countersign {

    public static void main(String[] args) {
        SpringApplication.run(Countersign.class, args);
    }
}
