package dev.countersign.journal;

import dev.countersign.identity.PasskeyEvent;
import dev.countersign.moments.MomentWords;
import java.util.List;

/** What became of somebody's passkeys, as it goes on the record: in a chain of that person's own. */
record PasskeyEntry(PasskeyEvent event) implements Recorded {

    @Override
    public String stream() {
        return "passkeys/" + event.person();
    }

    @Override
    public String kind() {
        return switch (event) {
            case PasskeyEvent.Enrolled _ -> "identity.passkey-enrolled";
            case PasskeyEvent.Removed _ -> "identity.passkey-removed";
            case PasskeyEvent.ReportedLost _ -> "identity.passkey-reported-lost";
            case PasskeyEvent.Kept _ -> "identity.passkey-kept";
        };
    }

    @Override
    public String actor() {
        return event.person().value();
    }

    @Override
    public List<String> systems() {
        return List.of();
    }

    @Override
    public String summary() {
        return switch (event) {
            case PasskeyEvent.Enrolled enrolled -> "enrolled passkey “%s”".formatted(enrolled.label());
            case PasskeyEvent.Removed removed -> "removed passkey “%s”".formatted(removed.label());
            case PasskeyEvent.ReportedLost lost ->
                "reported passkey “%s” lost; it is removed at %s"
                        .formatted(lost.label(), MomentWords.kept(lost.endsAt()));
            case PasskeyEvent.Kept kept -> "stopped the removal of passkey “%s”".formatted(kept.label());
        };
    }
}
