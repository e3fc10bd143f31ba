package dev.countersign.reviews;

import dev.countersign.identity.OwnMatter;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.moments.MomentWords;
import java.util.List;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Says on one's own page when one is away next, and who decides meanwhile. */
@Component
@Order(2)
class AbsenceMatter implements OwnMatter {

    private final Absences absences;
    private final AbsenceNotices notices;

    AbsenceMatter(Absences absences, AbsenceNotices notices) {
        this.absences = absences;
        this.notices = notices;
    }

    @Override
    public Optional<Standing> of(Person person) {
        return person.has(Role.REVIEWER) || person.has(Role.DIRECTOR) || person.has(Role.VP)
                ? Optional.of(new Standing("Absence", words(absences.of(person.id())), "/reviews/absences"))
                : Optional.empty();
    }

    private String words(List<Absence> coming) {
        return coming.isEmpty() ? "You have declared none." : words(coming.getFirst());
    }

    private String words(Absence next) {
        String delegates = notices.delegates(next);
        return "You are away from %s to %s%s."
                .formatted(
                        MomentWords.kept(next.from()),
                        MomentWords.kept(next.end()),
                        delegates.isEmpty() ? "" : "; meanwhile " + delegates + " decides for you");
    }
}
