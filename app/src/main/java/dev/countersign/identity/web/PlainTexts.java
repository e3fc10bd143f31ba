package dev.countersign.identity.web;

import dev.countersign.spelling.PlainText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Reads the texts in what programs send as people see them. A NUL is refused: nobody types one. */
class PlainTexts extends StdScalarDeserializer<String> {

    private PlainTexts() {
        super(String.class);
    }

    /** For what is sent only: the record is read as it was written, or its hashes would not fit. */
    static JsonMapper in(JsonMapper json) {
        return json.rebuild()
                .addModule(new SimpleModule().addDeserializer(String.class, new PlainTexts()))
                .build();
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && text.indexOf('\0') >= 0) {
            throw context.weirdStringException(text, String.class, "it holds a NUL");
        }
        return text == null ? null : PlainText.of(text);
    }
}
