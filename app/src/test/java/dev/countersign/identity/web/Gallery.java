package dev.countersign.identity.web;

import dev.countersign.forms.Forms;
import dev.countersign.forms.Offers;
import dev.countersign.forms.Option;
import dev.countersign.forms.Wish;
import dev.countersign.identity.AllowedTo;
import dev.countersign.identity.Banner;
import dev.countersign.identity.BodyLimit;
import dev.countersign.identity.Person;
import dev.countersign.identity.RefusedRoute;
import dev.countersign.identity.Role;
import dev.countersign.identity.SalvageRoom;
import dev.countersign.identity.Salvaged;
import dev.countersign.refusals.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.session.autoconfigure.SessionAutoConfiguration;
import org.springframework.boot.session.jdbc.autoconfigure.JdbcSessionAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The frame and its parts without any module, for tests and for looking at: run it and open `/gallery?as=ada`. */
@SpringBootConfiguration
@Profile(Gallery.PROFILE)
@EnableAutoConfiguration(exclude = {SessionAutoConfiguration.class, JdbcSessionAutoConfiguration.class})
@ComponentScan({"dev.countersign.identity", "dev.countersign.forms"})
public class Gallery {

    /** Without it, the application of other tests would find these pages and their log-in too. */
    static final String PROFILE = "gallery";

    static final String[] SETTINGS = {
        "spring.profiles.active=" + PROFILE,
        "spring.datasource.url=jdbc:postgresql://127.0.0.1:1/none",
        "spring.flyway.enabled=false",
        "spring.security.oauth2.client.provider.keycloak.issuer-uri=http://identity.example/realms/countersign",
        "spring.security.oauth2.client.registration.keycloak.client-id=countersign",
        "spring.security.oauth2.client.registration.keycloak.client-secret=secret",
    };

    public static void main(String[] args) {
        var application = new SpringApplication(Gallery.class);
        application.setDefaultProperties(java.util.Arrays.stream(SETTINGS)
                .map(setting -> setting.split("=", 2))
                .collect(java.util.stream.Collectors.toMap(parts -> parts[0], parts -> parts[1])));
        application.run(args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Sessions lie in memory here, with room for one. */
    @Primary
    @Bean
    SalvageRoom room() {
        return bytes -> true;
    }

    /** Files come in here; what answers them is not the gallery's matter. */
    @Bean
    BodyLimit files() {
        return new BodyLimit("/gallery/files", 1024 * 1024);
    }

    @Bean
    Banner.Source banner() {
        return () -> List.of(new Banner(
                Banner.Tone.PAUSE, "Controlled friction for Tier 1: day 12 of 90.", "/policy", "Read the addendum"));
    }

    /** Logs somebody in by `?as=ada`, with every role, or with none of a person's by `?as=nobody`. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> quickLogIn() {
        var filter = new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws java.io.IOException, jakarta.servlet.ServletException {
                var who = request.getMethod().equals("GET") ? request.getParameter("as") : null;
                if (who != null) {
                    var login = who.equals("nobody")
                            ? TestPrincipals.loggedInAsNobody()
                            : TestPrincipals.loggedIn(new Person(
                                    new dev.countersign.identity.PersonId(who),
                                    "Ada Okafor",
                                    "ada@countersign.example",
                                    java.util.Set.of(Role.ENGINEER, Role.REVIEWER)));
                    request.getSession().setAttribute("SPRING_SECURITY_CONTEXT", new SecurityContextImpl(login));
                    new LogInState("", Instant.now().plus(1, ChronoUnit.DAYS)).keep(request.getSession());
                }
                chain.doFilter(request, response);
            }
        };
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 20);
        return registration;
    }

    @Profile(PROFILE)
    @Controller
    @AllowedTo({Role.ENGINEER, Role.REVIEWER})
    static class Pages {

        @GetMapping({"/gallery", "/changes"})
        String gallery(Model model) {
            model.addAttribute(
                    "states",
                    List.of(
                            new State("active", "circle-dot", "In review"),
                            new State("good", "circle-check", "Approved"),
                            new State("warn", "hourglass", "Waits for sign-off"),
                            new State("bad", "circle-x", "Rejected"),
                            new State("pause", "clock", "Baking"),
                            new State("", "circle-dashed", "Draft")));
            model.addAttribute("now", Instant.now().plus(100, ChronoUnit.MINUTES));
            model.addAttribute("said", "Change C-104 was submitted. Two reviewers have been asked.");
            model.addAttribute("warned", Salvaged.Why.ENDED.words());
            return "gallery/parts";
        }

        @GetMapping("/gallery/plain")
        String plain(Person person, Salvaged salvaged, Model model) {
            model.addAttribute("person", person);
            model.addAttribute("typed", salvaged.parameters().getFirst("reason"));
            return "gallery/plain";
        }

        @PostMapping("/gallery/plain")
        String send(@RequestParam String reason) {
            throw Refusal.conflict("gallery.told")
                    .cannot("keep reason '%s'", reason)
                    .because("somebody was faster")
                    .instead("Read what they wrote.");
        }

        @GetMapping("/gallery/unclaimed")
        String unclaimed() {
            return "gallery/plain";
        }

        @GetMapping("/gallery/broken")
        String broken() {
            throw new IllegalStateException("secret detail");
        }

        @AllowedTo(Role.VP)
        @GetMapping("/gallery/vp")
        String vp() {
            return "gallery/plain";
        }
    }

    @Profile(PROFILE)
    @Controller
    @AllowedTo(Role.ENGINEER)
    static class FormPages {

        private final Forms forms;

        FormPages(Forms forms) {
            this.forms = forms;
        }

        @GetMapping("/gallery/forms/{id}")
        String show(@PathVariable String id, Salvaged salvaged, Model model) {
            var form = forms.get(id);
            model.addAttribute(
                    "form",
                    salvaged.isEmpty()
                            ? form.blank(OFFERS)
                            : form.read(salvaged.parameters(), OFFERS).view());
            return page(id, model);
        }

        @PostMapping("/gallery/forms/{id}")
        String send(
                @PathVariable String id,
                @RequestParam MultiValueMap<String, String> typed,
                Model model,
                RedirectAttributes redirect,
                HttpServletResponse response) {
            var reading = forms.get(id).read(typed, OFFERS);
            if (reading.wish() != Wish.EDIT && reading.isFine()) {
                redirect.addFlashAttribute("said", reading.answers().toJson().toString());
                return "redirect:/gallery/forms/" + id;
            }
            response.setStatus(reading.wish() == Wish.EDIT ? 200 : 422);
            model.addAttribute("form", reading.view());
            return page(id, model);
        }

        private static String page(String id, Model model) {
            model.addAttribute("path", "/gallery/forms/" + id);
            return "gallery/form";
        }

        static final Offers OFFERS = Offers.of(
                        "registeredSystems",
                        IntStream.range(0, 400)
                                .mapToObj(n -> new Option("system-" + n, "System number " + n))
                                .toList())
                .and("people", List.of(new Option("ada", "Ada Okafor"), new Option("ben", "Ben Castillo")));
    }

    public record State(String tone, String icon, String words) {}

    record Question(String repository, int number) {}

    @Bean
    RefusedRoute toldRoute() {
        return new RefusedRoute() {
            @Override
            public String path() {
                return "/api/gallery";
            }

            @Override
            public void explain(ProblemDetail problem) {
                problem.setProperty("told", "no");
            }
        };
    }

    @Profile(PROFILE)
    @RestController
    static class Api {

        @AllowedTo(Role.GATE)
        @PostMapping("/api/gallery")
        Question ask(Person person, @RequestBody Question question) {
            return new Question(person.id() + ":" + question.repository(), question.number());
        }

        @AllowedTo(Role.VP)
        @GetMapping("/api/gallery")
        String no() {
            return "";
        }
    }
}
