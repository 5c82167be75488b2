package kz.ortaq.records.store;

import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;

/**
 * Lets one thread of this process after the other begin a transaction, for SQLite, which has one writer anyway. A
 * virtual thread that waits within SQLite's own code keeps its processor; here it leaves it to the others.
 */
final class OneWriter extends DelegatingTransactionHandler {

    private final ReentrantLock lock;

    OneWriter() {
        this(new LocalTransactionHandler(), new ReentrantLock(true));
    }

    private OneWriter(TransactionHandler handler, ReentrantLock lock) {
        super(handler);
        this.lock = lock;
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback) throws X {
        lock.lock();
        try {
            return super.inTransaction(handle, callback);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new OneWriter(getDelegate().specialize(handle), lock);
    }
}
