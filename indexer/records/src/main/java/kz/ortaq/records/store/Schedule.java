package kz.ortaq.records.store;

import java.util.List;
import kz.ortaq.records.Source;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Which sources stand in the table of the scheduling library with the time of their next harvest. The table is a queue:
 * all that it says follows from sources and runs, and may be forgotten and planned again.
 */
public final class Schedule {

    /** The name of the task in the table. */
    public static final String TASK = "harvest";

    private static final int LONGEST_NAME = 50;

    private final Jdbi reading;
    private final Jdbi writing;

    public Schedule(Database database) {
        this.reading = database.reading();
        this.writing = database.writing();
    }

    /** The name of this process in the table, which has room for 50 characters. */
    public static String thisProcess() {
        String owner = Owner.THIS;
        return owner.substring(Math.max(0, owner.length() - LONGEST_NAME));
    }

    /**
     * Forgets all plans, because the rhythm that they follow may be another now, and that a process of this machine
     * harvests which was killed. What living processes harvest stays.
     */
    public void forgetPlans() {
        writing.useTransaction(handle -> {
            handle.createUpdate("delete from scheduled_tasks where task_name = :task and picked = false")
                    .bind("task", TASK)
                    .execute();
            List<String> owners = handle.createQuery(
                            "select distinct picked_by from scheduled_tasks where task_name = :task and picked = true")
                    .bind("task", TASK)
                    .mapTo(String.class)
                    .list();
            for (String owner : owners) {
                if (Owner.gone(owner)) {
                    handle.createUpdate("delete from scheduled_tasks where task_name = :task and picked_by = :owner")
                            .bind("task", TASK)
                            .bind("owner", owner)
                            .execute();
                }
            }
        });
    }

    /** The active sources for which no harvest is planned. */
    public List<Source> unplanned() {
        return reading.withHandle(handle -> handle.createQuery("""
                        select * from sources s where s.state = 'ACTIVE' and not exists (
                            select 1 from scheduled_tasks t where t.task_name = :task and t.task_instance = s.id)
                        order by s.id
                        """)
                .bind("task", TASK)
                .map((row, context) -> Registry.source(row))
                .list());
    }

    /** Lets the next harvest of a source be planned anew, unless it is under way. */
    static void forget(Handle handle, String source) {
        handle.createUpdate("""
                        delete from scheduled_tasks
                        where task_name = :task and task_instance = :source and picked = false
                        """).bind("task", TASK).bind("source", source).execute();
    }
}
