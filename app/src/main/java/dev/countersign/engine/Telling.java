package dev.countersign.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A row of the outbox on its way to Camunda. */
record Telling(long id, String subject, int run, String kind, JsonNode payload, int attempts) {

    static Telling of(ResultSet row, JsonMapper json) throws SQLException {
        return new Telling(
                row.getLong("id"),
                row.getString("subject"),
                row.getInt("run"),
                row.getString("kind"),
                json.readTree(row.getString("payload")),
                row.getInt("attempts"));
    }

    String text(String field) {
        return payload.required(field).asString();
    }

    String variables() {
        return payload.required("variables").toString();
    }
}
