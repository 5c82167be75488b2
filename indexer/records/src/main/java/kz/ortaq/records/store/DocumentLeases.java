package kz.ortaq.records.store;

import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The right to fetch the documents of a source, held by one process at a time: the same two servers that share the
 * harvests must not both fetch them. Safe for use by many threads.
 */
public final class DocumentLeases {

    private final Jdbi reading;
    private final Jdbi writing;
    private final Owner owner;

    DocumentLeases(Database database, Owner owner) {
        this.reading = database.reading();
        this.writing = database.writing();
        this.owner = owner;
    }

    /** A lease as the table has it. */
    private record Held(String owner, long renewed) {}

    /**
     * Takes the lease of a source's documents. One that a killed process left behind is taken over.
     *
     * @throws LeaseRefused while another holds it, who is told by this that there may be more to fetch
     */
    public void take(String source) throws LeaseRefused {
        Optional<Held> other = writing.inTransaction(handle -> {
            // Both databases then hold this row until the transaction ends, and the mark is never lost.
            handle.createUpdate("""
                            insert into document_leases (source, owner, renewed, more) values (:source, '', 0, 0)
                            on conflict (source) do update set more = 1
                            """).bind("source", source).execute();
            Held held = handle.createQuery("select owner, renewed from document_leases where source = :source")
                    .bind("source", source)
                    .map((row, context) -> new Held(row.getString("owner"), row.getLong("renewed")))
                    .one();
            if (!held.owner().isEmpty() && !owner.hearsNoMoreOf(held.owner(), held.renewed())) {
                return Optional.of(held);
            }
            handle.createUpdate("""
                            update document_leases set owner = :owner, renewed = :now, more = 0 where source = :source
                            """)
                    .bind("owner", owner.name())
                    .bind("now", owner.now())
                    .bind("source", source)
                    .execute();
            return Optional.empty();
        });
        if (other.isPresent()) {
            throw LeaseRefused.ofDocuments(source, other.get().owner());
        }
    }

    /**
     * Says that the holder lives.
     *
     * @throws LeaseRefused where the lease was taken over meanwhile
     */
    public void renew(String source) throws LeaseRefused {
        int renewed = writing.withHandle(handle -> handle.createUpdate("""
                        update document_leases set renewed = :now where source = :source and owner = :owner
                        """)
                .bind("now", owner.now())
                .bind("source", source)
                .bind("owner", owner.name())
                .execute());
        if (renewed == 0) {
            throw LeaseRefused.ofDocuments(source, "another");
        }
    }

    /** Whether the lease was not taken over meanwhile. */
    public boolean holds(String source) {
        return reading.withHandle(
                        handle -> handle.createQuery("select owner from document_leases where source = :source")
                                .bind("source", source)
                                .mapTo(String.class)
                                .findOne())
                .filter(owner.name()::equals)
                .isPresent();
    }

    /**
     * Gives the lease back.
     *
     * @return whether another was refused meanwhile, so that there may be more to fetch
     */
    public boolean giveBack(String source) {
        return writing.inTransaction(handle -> handle.createQuery("""
                        delete from document_leases where source = :source and owner = :owner returning more
                        """)
                .bind("source", source)
                .bind("owner", owner.name())
                .mapTo(Integer.class)
                .findOne()
                .filter(more -> more == 1)
                .isPresent());
    }
}
