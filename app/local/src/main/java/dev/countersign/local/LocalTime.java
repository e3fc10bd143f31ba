package dev.countersign.local;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
     * @param broker where Camunda's clock is moved; absent for a Camunda that is somebody else's
     */
    @ConfigurationProperties("countersign.local.clock")
    record Settings(Path offset, @Nullable URI broker) {}

    @Bean
    @Primary
    MovableClock movableClock(Settings settings) {
        return new MovableClock(new ClockOffset(settings.offset()));
    }

    @Bean
    LocalClock localClock(MovableClock clock, Settings settings) {
        return new LocalClock(clock, settings.broker() == null ? null : new BrokerClock(settings.broker()));
    }
}
