package dev.countersign.local;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The two databases and their roles: who migrates owns, who runs only uses. */
record Databases(int port, Secrets secrets) {

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    boolean answer() {
        try (Connection connection = connection("postgres")) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    void prepare() {
        try (Connection connection = connection("postgres");
                Statement statement = connection.createStatement()) {
            role(statement, "countersign_owner", secrets.owner());
            role(statement, "countersign_app", secrets.app());
            role(statement, "keycloak", secrets.keycloakDatabase());
            database(statement, "countersign", "countersign_owner");
            database(statement, "keycloak", "keycloak");
            statement.execute("GRANT CONNECT ON DATABASE countersign TO countersign_app");
        } catch (SQLException e) {
            throw new IllegalStateException("Expected to prepare the databases on port '" + port + "'", e);
        }
    }

    private Connection connection(String database) throws SQLException {
        return DriverManager.getConnection(url(port, database), "postgres", secrets.databaseAdmin());
    }

    private static void role(Statement statement, String role, String password) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE " + role + " LOGIN");
        }
        statement.execute("ALTER ROLE " + role + " PASSWORD '" + password + "'");
    }

    private static void database(Statement statement, String database, String owner) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + database + "'")) {
            statement.execute("CREATE DATABASE " + database + " OWNER " + owner);
        }
        statement.execute("REVOKE ALL ON DATABASE " + database + " FROM PUBLIC");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }
}
