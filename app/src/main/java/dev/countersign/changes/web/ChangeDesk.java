package dev.countersign.changes.web;

import dev.countersign.changes.Change;
import dev.countersign.changes.ChangeDocument;
import dev.countersign.changes.ChangeId;
import dev.countersign.changes.Changes;
import dev.countersign.changes.DocumentField;
import dev.countersign.changes.Drafts;
import dev.countersign.changes.Editing;
import dev.countersign.changes.Status;
import dev.countersign.forms.Answers;
import dev.countersign.forms.FormSchema;
import dev.countersign.forms.Reading;
import dev.countersign.forms.Wish;
import dev.countersign.identity.Person;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Goes between the form's answers and the change: what is shown when it is opened, what is handed in when it is sent. */
@Component
class ChangeDesk {

    private final Changes changes;
    private final Editing editing;
    private final Drafts drafts;
    private final JsonMapper json;

    ChangeDesk(Changes changes, Editing editing, Drafts drafts, JsonMapper json) {
        this.changes = changes;
        this.editing = editing;
        this.drafts = drafts;
        this.json = json;
    }

    /** What was kept last; for a change whose text came another way, that. */
    Answers answers(Change change, FormSchema schema) {
        return drafts.answers(change.id())
                .map(text -> (ObjectNode) json.readTree(text))
                .filter(kept -> !kept.isEmpty())
                .or(() -> change.current().map(revision -> revision.document().answers(json)))
                .map(schema::fromJson)
                .orElse(Answers.NONE);
    }

    /** Keeps what was typed for later. */
    void keep(Change change, Person author, Answers answers) {
        drafts.keep(change.id(), author, change.version(), answers.text("title"), json(answers));
    }

    /**
     * Submits a draft, or hands in the next revision. What is refused leaves nothing behind, in the kept draft neither.
     *
     * @param change as its form was opened
     */
    @Transactional
    Change handIn(Change change, Person author, Answers answers) {
        ChangeId id = change.id();
        ChangeDocument document = ChangeRequest.document(answers);
        drafts.handIn(id, change.version(), json(answers));
        if (change.status() == Status.DRAFT) {
            return changes.submit(id, author, document);
        }
        int read = change.revision().number();
        return change.status() == Status.NEEDS_WORK
                ? changes.amend(id, author, read, document)
                : editing.edit(id, author, read, document);
    }

    /** What of it would make another change of one that people decide on or have approved. */
    List<DocumentField> voiding(Change change, Answers answers) {
        return change.status().canBeEdited()
                ? editing.preview(change, ChangeRequest.document(answers)).voiding()
                : List.of();
    }

    /** Whether exactly this was handed in already, as after a second press of the button. */
    boolean isHandedIn(Change change, Reading sent) {
        return sent.wish() == Wish.SEND
                && sent.isFine()
                && change.current()
                        .filter(revision -> editing.saysExactly(revision, ChangeRequest.document(sent.answers())))
                        .isPresent();
    }

    /** Whether exactly this is kept as a draft already. */
    boolean isKept(Change change, Reading sent) {
        return sent.wish() == Wish.DRAFT
                && drafts.answers(change.id())
                        .map(json::readTree)
                        .filter(json.readTree(json(sent.answers()))::equals)
                        .isPresent();
    }

    String json(Answers answers) {
        return answers.toJson().toString();
    }
}
