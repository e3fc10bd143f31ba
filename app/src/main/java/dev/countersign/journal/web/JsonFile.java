package dev.countersign.journal.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.countersign.journal.Entry;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record as one JSON array; each element holds the canonical text, so that anybody can compute the hash again. Where
 * that is withheld for now, both are null; a later export has them.
 */
final class JsonFile implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SequenceWriter writer;
    private final Predicate<Entry> withheld;

    JsonFile(Writer out, Predicate<Entry> withheld) {
        this.withheld = withheld;
        writer = JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValuesAsArray(out);
    }

    void add(Entry entry) {
        writer.write(Exported.of(entry, withheld.test(entry)));
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    record Exported(
            long id,
            String stream,
            long seq,
            Instant at,
            String kind,
            String actor,
            List<String> systems,
            String summary,
            @JsonRawValue @Nullable String data,
            @Nullable String canonical,
            String previousHash,
            String hash) {

        static Exported of(Entry entry, boolean withheld) {
            return new Exported(
                    entry.id(),
                    entry.stream(),
                    entry.seq(),
                    entry.at(),
                    entry.kind(),
                    entry.actor(),
                    entry.systems(),
                    entry.summary(),
                    withheld ? null : entry.data(),
                    withheld ? null : entry.canonical(),
                    entry.previous().hex(),
                    entry.hash().hex());
        }
    }
}
