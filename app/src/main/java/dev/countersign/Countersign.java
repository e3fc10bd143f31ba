package dev.countersign;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The production application: every address it talks to comes from its configuration. */
@SpringBootApplication
public class Countersign {

    public static void main(String[] args) {
        SpringApplication.run(Countersign.class, args);
    }
}
