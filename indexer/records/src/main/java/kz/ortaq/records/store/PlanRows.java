package kz.ortaq.records.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes the descriptions and records of a plan, by position and through the driver: there are many in every plan. */
final class PlanRows {

    private final Handle handle;
    private final WorkPlan plan;

    PlanRows(Handle handle, WorkPlan plan) {
        this.handle = handle;
        this.plan = plan;
    }

    /** Writes the descriptions that are new, with the names that they have already, and those that were made anew. */
    void describe(NewWorks founded) {
        if (plan.descriptions().isEmpty()) {
            return;
        }
        List<byte[]> traits = plan.descriptions().parallelStream()
                .map(description -> Compression.compress(description.traits()))
                .toList();
        try (PreparedStatement again = handle.getConnection().prepareStatement("""
                        update descriptions set epoch = ?, traits = ?, heading = ? where number = ?
                        """);
                PreparedStatement rows = handle.getConnection().prepareStatement("""
                        insert into descriptions (epoch, traits, heading, number, id, own, edition, work)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            for (int i = 0; i < traits.size(); i++) {
                WorkPlan.Description description = plan.descriptions().get(i);
                PreparedStatement batch = description.isNew() ? rows : again;
                batch.setInt(1, description.epoch());
                batch.setBytes(2, traits.get(i));
                batch.setLong(3, description.heading());
                batch.setLong(4, description.number());
                if (description.isNew()) {
                    NewWorks.Names names = founded.of(description.number());
                    batch.setString(5, description.id());
                    batch.setLong(6, description.own());
                    batch.setString(7, names.edition());
                    batch.setString(8, names.work());
                }
                batch.addBatch();
            }
            again.executeBatch();
            rows.executeBatch();
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    /** Writes where each record stands; after the descriptions. */
    void place() {
        List<String> holdings = plan.placed().parallelStream()
                .map(placed -> Database.storable(Json.write(placed.holding())))
                .toList();
        try (PreparedStatement rows = handle.getConnection().prepareStatement("""
                insert into placed_records (
                    record, description, live, score, documents, expected, lacking, holding, source)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (record) do update set description = excluded.description, live = excluded.live,
                    score = excluded.score, documents = excluded.documents, expected = excluded.expected,
                    lacking = excluded.lacking, holding = excluded.holding
                """)) {
            for (int i = 0; i < holdings.size(); i++) {
                WorkPlan.Placed placed = plan.placed().get(i);
                rows.setLong(1, placed.record());
                rows.setLong(2, placed.description());
                rows.setInt(3, placed.live() ? 1 : 0);
                rows.setInt(4, placed.score());
                rows.setInt(5, placed.documents());
                rows.setInt(6, placed.expected());
                rows.setInt(7, placed.lacking());
                rows.setString(8, holdings.get(i));
                rows.setString(9, placed.holding().record().source());
                rows.addBatch();
            }
            rows.executeBatch();
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }
}
