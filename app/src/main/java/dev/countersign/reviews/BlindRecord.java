package dev.countersign.reviews;

import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.Duty;
import dev.countersign.changes.Revisions;
import dev.countersign.journal.Entry;
import dev.countersign.journal.Withholding;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what a reviewer said out of exports of the record until the others have spoken. */
@Component
class BlindRecord implements Withholding {

    private final Changes changes;
    private final Revisions revisions;

    BlindRecord(Changes changes, Revisions revisions) {
        this.changes = changes;
        this.revisions = revisions;
    }

    @Override
    public boolean withholds(Entry entry) {
        if (!entry.kind().equals(ReviewEvent.VERDICT_GIVEN)) {
            return false;
        }
        JsonNode said = JsonMapper.shared().readTree(entry.data());
        return said.path("duty").asString().equals(Duty.REVIEWER.name())
                && isBlind(new ChangeId(entry.subject()), said.path("revision").asInt());
    }

    private boolean isBlind(ChangeId id, int revision) {
        return BlindReview.of(changes.get(id), revisions.of(id)).revisions().contains(revision);
    }
}
