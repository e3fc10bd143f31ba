package dev.countersign.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.changes.Status;
import dev.countersign.reviews.Absences;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Elena goes on leave, Farid decides for her, and she comes back before her time. */
class AbsenceJourneyIT extends TouredJourney {

    @Autowired
    Absences absences;

    @Autowired
    Clock clock;

    @AfterEach
    void everybodyIsBack() {
        absences.current()
                .forEach(absence -> absences.end(
                        absence.id(), staging.person(absence.person().value())));
    }

    @Test
    void directorGoesOnLeaveAndAnotherOneDecidesForThem() {
        var change = staging.awaitingSignOff("Shorten the till’s start");
        var elena = visitors.get("elena").open("/reviews").follow("Absences");
        elena.follow("I will be away").fill("from", at(Duration.ZERO)).fill("until", at(Duration.ofDays(60)));
        elena.fill("reason", "On leave").select("delegate", "farid").press("Declare it");
        assertThat(elena.text()).contains("longer than 30 days");
        tour.look(elena, "absence-wrong");
        elena.fill("until", at(Duration.ofDays(2))).press("Declare it");
        assertThat(elena.text()).contains("It is on the record", "Farid Haddad");
        tour.look(elena, "absences-own");
        elena.open("/desk");
        assertThat(elena.text()).contains("You are away until", "Farid Haddad may decide for you");
        tour.look(elena, "desk-away");

        var farid = visitors.get("farid").open("/desk");
        assertThat(farid.text()).contains("You decide for Elena Marchetti", "For Elena Marchetti, who is away");
        tour.look(farid, "desk-delegate");
        farid.open("/reviews/" + staging.task(change));
        assertThat(farid.text()).contains("You decide for Elena Marchetti, who is away");
        farid.choose("Sign off").decide();
        assertThat(staging.status(change)).isEqualTo(Status.APPROVED);
        var ada = visitors.get("ada").open("/changes/" + change);
        assertThat(ada.tab("Conversation").text()).contains("as director for Elena Marchetti");
        assertThat(ada.tab("Record").text()).contains("signed it off for elena");

        var grace = visitors.get("grace").open("/reviews/absences");
        assertThat(grace.text()).contains("The people around you", "Elena Marchetti");
        tour.look(grace, "absences-vp");
        grace.press("Declare it for them");
        assertThat(grace.text()).contains("The record says that you declared it");
        assertThat(visitors.get("ines").open("/reviews/absences").text()).contains("Everybody", "Elena Marchetti");
        tour.look(
                elena.open("/reviews/absences").follow("Name a delegate for Elena Marchetti"), "absence-name-delegate");
        elena.open("/desk").press("I am back");
        assertThat(elena.text()).contains("The absence is over", "Nobody is away");
        assertThat(farid.open("/desk").text()).doesNotContain("You decide for");
    }

    private String at(Duration later) {
        return LocalDateTime.ofInstant(clock.instant().plus(later), ChangeSheet.ZONE)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
