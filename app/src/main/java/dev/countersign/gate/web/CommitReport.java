package dev.countersign.gate.web;

import dev.countersign.changes.Authorship.Part;
import dev.countersign.changes.Commit;
import dev.countersign.changes.Commit.Hand;
import dev.countersign.refusals.Refusal;
import dev.countersign.refusals.Refusal.Code;
import dev.countersign.spelling.CommitSha;
import dev.countersign.spelling.MailAddress;
import dev.countersign.spelling.PlainText;
import dev.countersign.spelling.RepositoryName;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Schema(
        description = "Who is behind a commit, and what it changes. People are named by e-mail address, alone or as in"
                + " Name <address>, or by their id in the house.")
record CommitReport(
        @Schema(example = "storefront/basket-api", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String repository,

        @Schema(description = "The full commit SHA.", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String sha,

        @Schema(
                description = "Who wrote it: its author and those of its co-author trailers.",
                example = "[\"ada@countersign.example\"]")
        @Nullable
        List<@Nullable String> authors,

        @Schema(description = "Who committed it.") @Nullable List<@Nullable String> committers,

        @Schema(description = "Who pushed it.") @Nullable String pusher,

        @Schema(
                description = "Every file that it changes, from the root of the repository. It tells which of several"
                        + " systems of one repository are reached; without it all of them are.",
                example = "[\"services/basket/time-out.yaml\"]")
        @Nullable
        List<@Nullable String> files) {

    private static final int MOST = 100;
    private static final int LONGEST = 320;
    private static final int MOST_FILES = 5_000;
    private static final int LONGEST_PATH = 1_000;

    Commit commit() {
        Optional<RepositoryName> named = RepositoryName.of(Objects.requireNonNullElse(repository, ""));
        Optional<CommitSha> full = CommitSha.of(Objects.requireNonNullElse(sha, ""));
        demand(named.isPresent(), Refusal.invalid("gate.invalid-repository"), RepositoryName.SPELLING);
        demand(full.isPresent(), Refusal.invalid("gate.invalid-sha"), CommitSha.SPELLING);
        List<Hand> hands = Stream.of(
                        hands(Part.CODE_AUTHOR, authors),
                        hands(Part.COMMITTER, committers),
                        hands(Part.PUSHER, pusher == null ? null : List.of(pusher)))
                .flatMap(parts -> parts)
                .toList();
        demand(
                !hands.isEmpty() && hands.size() <= MOST,
                Refusal.invalid("gate.invalid-people"),
                "1 to %d people as authors, committers or pusher".formatted(MOST));
        return new Commit(named.orElseThrow().value(), full.orElseThrow().value(), hands, changed());
    }

    private List<String> changed() {
        List<String> told = (files == null ? List.<@Nullable String>of() : files)
                .stream().map(file -> Objects.requireNonNullElse(file, "")).toList();
        demand(
                told.size() <= MOST_FILES && told.stream().allMatch(CommitReport::isPath),
                Refusal.invalid("gate.invalid-files"),
                "up to %d files by their paths, or none of them".formatted(MOST_FILES));
        return told;
    }

    /** As version control writes it: from the root, and straight on. */
    private static boolean isPath(String file) {
        return !file.isBlank()
                && file.length() <= LONGEST_PATH
                && file.indexOf('\0') < 0
                && !file.startsWith("/")
                && Stream.of(file.split("/", -1))
                        .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    private static Stream<Hand> hands(Part part, @Nullable List<@Nullable String> people) {
        return (people == null ? List.<@Nullable String>of() : people).stream().map(who -> new Hand(part, person(who)));
    }

    /** In its one form; a name that is neither an address nor an id is nobody's, and stays unknown. */
    private static String person(@Nullable String who) {
        String typed = PlainText.line(who == null ? "" : who);
        String name = MailAddress.of(typed).map(MailAddress::value).orElseGet(() -> typed.toLowerCase(Locale.ROOT));
        demand(
                !name.isEmpty() && name.length() <= LONGEST,
                Refusal.invalid("gate.invalid-people"),
                "an e-mail address or the id of a person, of up to %d characters, in each place".formatted(LONGEST));
        return name;
    }

    private static void demand(boolean holds, Code code, String expected) {
        if (!holds) {
            throw code.expectedTo("read %s", expected)
                    .because("the report does not have %s", expected)
                    .instead("Send it as the API description asks.");
        }
    }
}
