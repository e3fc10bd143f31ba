package dev.countersign.identity.web;

import dev.countersign.identity.SalvageRoom;
import dev.countersign.identity.Salvaged;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serial;
import java.io.Serializable;
import org.springframework.stereotype.Component;

/**
 * Keeps salvaged forms in their sessions, one in each. Those of people who are not logged in share a budget; whoever is
 * logged in, such as a leader who is about to do so once more, never waits for what strangers left there.
 */
@Component
class SalvageStore {

    private static final long LARGEST = 300_000;
    private static final String ATTRIBUTE = "countersign.salvaged";
    private static final String HANDED_OUT = "countersign.handed-out";

    private final SalvageRoom room;

    SalvageStore(SalvageRoom room) {
        this.room = room;
    }

    /** False when it is too large to keep. */
    boolean keep(HttpSession session, String page, Salvaged salvaged) {
        var size = size(salvaged);
        if (size > LARGEST || Acting.now().isEmpty() && !room.has(size)) {
            return false;
        }
        session.setAttribute(ATTRIBUTE, new Entry(pathOf(page), salvaged));
        return true;
    }

    /** Has the page say something else of what is kept. */
    void say(HttpSession session, Salvaged.Why why) {
        if (session.getAttribute(ATTRIBUTE) instanceof Entry(String path, Salvaged salvaged)) {
            session.setAttribute(ATTRIBUTE, new Entry(path, new Salvaged(salvaged.fields(), why)));
        }
    }

    /** Hands out what was typed on the page of this request, once. */
    Salvaged claim(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(ATTRIBUTE) instanceof Entry entry)
                || !entry.path.equals(PageRequest.path(request))) {
            return Salvaged.NOTHING;
        }
        session.removeAttribute(ATTRIBUTE);
        return entry.salvaged;
    }

    /** Hands it out to a page with a form; if it then shows none, it can still be shown beside what happened. */
    Salvaged handOut(HttpServletRequest request) {
        Salvaged salvaged = claim(request);
        request.setAttribute(HANDED_OUT, salvaged);
        return salvaged;
    }

    /** What was handed out to this request, or is still to be. */
    Salvaged left(HttpServletRequest request) {
        Salvaged unclaimed = claim(request);
        return unclaimed.equals(Salvaged.NOTHING) && request.getAttribute(HANDED_OUT) instanceof Salvaged handedOut
                ? handedOut
                : unclaimed;
    }

    private static String pathOf(String page) {
        var query = page.indexOf('?');
        return query < 0 ? page : page.substring(0, query);
    }

    private static long size(Salvaged salvaged) {
        return salvaged.fields().entrySet().stream()
                .mapToLong(field -> field.getKey().length()
                        + field.getValue().stream()
                                .mapToLong(value -> value.length() + 40L)
                                .sum())
                .sum();
    }

    /** Names are part of what lies in PostgreSQL between two requests. */
    record Entry(String path, Salvaged salvaged) implements Serializable {

        @Serial
        private static final long serialVersionUID = 3;
    }
}
