package dev.countersign.identity.web;

import dev.countersign.identity.Banner;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.Role;
import dev.countersign.identity.Salvaged;
import dev.countersign.moments.DateLanguage;
import dev.countersign.moments.MomentWords;
import dev.countersign.moments.ReaderZone;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Told;
import dev.countersign.spelling.Excerpt;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;

/** What the templates of `layout` ask for; stands in the request as `frame` and works out nothing that isn't shown. */
public final class PageFrame {

    private final HttpServletRequest request;
    private final ObjectProvider<Banner.Source> banners;
    private final SalvageStore salvage;
    private final ObjectProvider<SigningSheets> sheets;
    private final ObjectProvider<People> people;
    private final Clock clock;

    PageFrame(
            HttpServletRequest request,
            ObjectProvider<Banner.Source> banners,
            SalvageStore salvage,
            ObjectProvider<SigningSheets> sheets,
            ObjectProvider<People> people,
            Clock clock) {
        this.request = request;
        this.banners = banners;
        this.salvage = salvage;
        this.sheets = sheets;
        this.people = people;
        this.clock = clock;
    }

    /** The house's time, by which pages tell how long ago something was. */
    public Instant getNow() {
        return clock.instant();
    }

    public @Nullable Person getPerson() {
        return Acting.now().orElse(null);
    }

    public List<Navigation.Link> getNavigation() {
        return Acting.now()
                .map(person -> Navigation.of(person, PageRequest.path(request)))
                .orElse(List.of());
    }

    /** Those of the navigation in whose words this stands. */
    public List<Navigation.Link> named(String text) {
        return getNavigation().stream()
                .filter(link -> link.words().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Which of the two looks somebody chose for this browser; null if pages look as the device does. */
    public @Nullable String getTheme() {
        return ReaderSettings.of(request).theme().forced();
    }

    /** Whether single keys do anything for this reader. */
    public boolean isKeys() {
        return Acting.now().isPresent() && ReaderSettings.of(request).keys();
    }

    /** Whether the reader may begin a change. */
    public boolean isWriter() {
        return Acting.now().filter(person -> person.has(Role.ENGINEER)).isPresent();
    }

    public List<Banner> getBanners() {
        return Acting.now().isEmpty()
                ? List.of()
                : banners.orderedStream()
                        .flatMap(source -> source.banners().stream())
                        .toList();
    }

    /** What was typed before the session ended and no controller asked for, so that it can at least be copied. */
    public Salvaged getUnclaimed() {
        return Acting.now().isEmpty() ? Salvaged.NOTHING : salvage.claim(request);
    }

    /** The same on a page that turned out to have no form for it: others decided meanwhile, or it is gone. */
    public Salvaged getLeft() {
        return Acting.now().isEmpty() ? Salvaged.NOTHING : salvage.left(request).unsent();
    }

    /** Whether the reader's next decision takes their passkey. */
    public boolean isSigner() {
        return Acting.now()
                .filter(person -> sheets.getObject().signs(person.id()))
                .isPresent();
    }

    /** Whether the reader may take the proof of a signature away. */
    public boolean isProofReader() {
        return Acting.now()
                .filter(person -> SignatureController.READERS.stream().anyMatch(person::has))
                .isPresent();
    }

    public @Nullable String csrfHeader(@Nullable CsrfToken token) {
        return token == null || FailurePages.isShownTo(request)
                ? null
                : "{\"%s\":\"%s\"}".formatted(token.getHeaderName(), token.getToken());
    }

    /** Whether a deadline is over. */
    public boolean isPast(@Nullable Instant at) {
        return at != null && !clock.instant().isBefore(at);
    }

    /** The zone that every time on the page is in. */
    public String getZone() {
        return ReaderZone.now().getId();
    }

    /** Whether the reader chose it, so that their device has no say. */
    public boolean isZoneChosen() {
        return ReaderSettings.of(request).zone().isPresent();
    }

    /** The language of days and times. */
    public String getDates() {
        return DateLanguage.now().tag();
    }

    /** The same where it is not that of the page, null where it is. */
    public @Nullable String getForeign() {
        return DateLanguage.now().isEnglish() ? null : getDates();
    }

    public String moment(Instant at) {
        return MomentWords.forReader().of(at);
    }

    public String exactly(Instant at) {
        return MomentWords.forReader().exactly(at);
    }

    public String day(Instant at) {
        return MomentWords.forReader().day(at);
    }

    /** A sentence that may hold moments, taken apart so that the page can write them like all others. */
    public List<MomentWords.Piece> pieces(@Nullable String sentence) {
        return sentence == null ? List.of() : MomentWords.forReader().pieces(sentence);
    }

    public String initials(String name) {
        return Arrays.stream(name.trim().split("\\s+", 3))
                .limit(2)
                .map(Excerpt::first)
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /** What the reader is told of it, with people by their names. */
    public Told told(Object refused) {
        return refused instanceof Refusal refusal
                ? people.getObject().tell(refusal, Acting.now().map(Person::id))
                : Told.of(refused.toString());
    }
}
