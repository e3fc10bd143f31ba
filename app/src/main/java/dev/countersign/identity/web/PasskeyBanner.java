package dev.countersign.identity.web;

import dev.countersign.identity.Banner;
import dev.countersign.identity.Passkey;
import dev.countersign.identity.PasskeyRows;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells an owner on every page that somebody reported their passkey lost, while there is time to say that it is not. */
@Component
class PasskeyBanner implements Banner.Source {

    private final PasskeyRows passkeys;
    private final Clock clock;

    PasskeyBanner(PasskeyRows passkeys, Clock clock) {
        this.passkeys = passkeys;
        this.clock = clock;
    }

    @Override
    public List<Banner> banners() {
        return Acting.now().filter(PasskeyBanner::isLeader).stream()
                .flatMap(leader -> leaving(leader).stream())
                .toList();
    }

    private List<Banner> leaving(Person owner) {
        Instant now = clock.instant();
        return passkeys.inForce(owner.id()).stream()
                .filter(passkey -> passkey.isAboutToGo(now))
                .map(PasskeyBanner::banner)
                .toList();
    }

    private static Banner banner(Passkey passkey) {
        return new Banner(
                Banner.Tone.WARN,
                "Your passkey “%s” was reported lost and is removed at %s. If that was not you, stop it and change your password."
                        .formatted(
                                passkey.label(), passkey.leaving().orElseThrow().endsAt()),
                PasskeyController.PAGE,
                "See it");
    }

    private static boolean isLeader(Person person) {
        return person.has(Role.DIRECTOR) || person.has(Role.VP);
    }
}
