package dev.countersign.journal.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.countersign.journal.Entry;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** The record as one JSON array; each element holds the canonical text, so that anybody can compute the hash again. */
final class JsonFile implements Closeable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SequenceWriter writer;

    JsonFile(Writer out) {
        writer = JSON.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValuesAsArray(out);
    }

    void add(Entry entry) {
        writer.write(Exported.of(entry));
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
            @JsonRawValue String data,
            String canonical,
            String previousHash,
            String hash) {

        static Exported of(Entry entry) {
            return new Exported(
                    entry.id(),
                    entry.stream(),
                    entry.seq(),
                    entry.at(),
                    entry.kind(),
                    entry.actor(),
                    entry.systems(),
                    entry.summary(),
                    entry.data(),
                    entry.canonical(),
                    entry.previous().hex(),
                    entry.hash().hex());
        }
    }
}
