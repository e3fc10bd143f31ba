package dev.countersign;

import dev.countersign.database.Migration;
import java.util.List;
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
        List<String> told = List.of(args);
        if (told.contains(Migration.ARGUMENT)) {
            Migration.run(
                    told.stream().filter(arg -> !arg.equals(Migration.ARGUMENT)).toArray(String[]::new));
        } else {
            SpringApplication.run(Countersign.class, args);
        }
    }
}
