package kz.ortaq.records.store;

import java.sql.SQLException;
import org.jdbi.v3.core.JdbiException;

/** What the database says of a statement that went past Jdbi. */
final class StatementFailed extends JdbiException {

    private static final long serialVersionUID = 1;

    StatementFailed(SQLException cause) {
        super(cause);
    }
}
