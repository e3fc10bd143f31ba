package dev.countersign.desk;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangePermissions;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Transfer;
import dev.countersign.changes.Transfers;
import dev.countersign.identity.People;
import dev.countersign.identity.Person;
import dev.countersign.identity.PersonId;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The changes that were handed to the reader, or by them, within the last week. */
@Component
class Handovers {

    private final Transfers transfers;
    private final Changes changes;
    private final ChangePermissions permissions;
    private final People people;

    Handovers(Transfers transfers, Changes changes, ChangePermissions permissions, People people) {
        this.transfers = transfers;
        this.changes = changes;
        this.permissions = permissions;
        this.people = people;
    }

    List<Handover> of(Person reader) {
        return transfers.latelyOf(reader).stream()
                .map(transfer -> handover(transfer, reader))
                .toList();
    }

    private Handover handover(Transfer transfer, Person reader) {
        Change change = changes.get(transfer.change());
        boolean readable = permissions.toRead(change, reader).granted();
        return new Handover(
                change.id().value(),
                readable ? change.title() : "A draft",
                words(transfer, reader),
                transfer.reason(),
                transfer.at(),
                readable);
    }

    private String words(Transfer transfer, Person reader) {
        Function<PersonId, String> names = people.names(List.of(transfer.by(), transfer.from(), transfer.to()));
        Function<PersonId, String> name = id -> reader.is(id) ? "you" : names.apply(id);
        String who = reader.is(transfer.by()) ? "You" : names.apply(transfer.by());
        return transfer.by().equals(transfer.from())
                ? "%s handed it over to %s".formatted(who, name.apply(transfer.to()))
                : "%s handed it over from %s to %s"
                        .formatted(who, name.apply(transfer.from()), name.apply(transfer.to()));
    }
}
