package dev.countersign.local;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;

/** Replaces the world's clock by one that can be moved; only in profile `local`. */
@Configuration(proxyBeanMethods = false)
@Profile("local")
@EnableConfigurationProperties(LocalTime.Settings.class)
class LocalTime {

    /**
     * Where the moved time is kept.
     *
     * @param offset the file that holds the offset
     * @param broker the broker's actuator
     */
    @ConfigurationProperties("countersign.local.clock")
    record Settings(Path offset, URI broker) {}

    @Bean
    @Primary
    MovableClock movableClock(Settings settings) {
        return new MovableClock(new ClockOffset(settings.offset()));
    }

    @Bean
    LocalClock localClock(MovableClock clock, Settings settings) {
        return new LocalClock(clock, new BrokerClock(settings.broker()));
    }
}
