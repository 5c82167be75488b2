package kz.ortaq.records.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RecordId;
import kz.ortaq.records.Stage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The problems of records as they are kept: most records that are read have the same as before, mostly none. */
final class ProblemsAsKept {

    private final Handle handle;
    private final RowMapper<Problem> row;
    private final Set<Stage> stages;

    ProblemsAsKept(Handle handle, RowMapper<Problem> row, Set<Stage> stages) {
        this.handle = handle;
        this.row = row;
        this.stages = stages;
    }

    /** Those of the records that have other problems than they had. */
    Map<RecordId, List<Problem>> changed(Map<RecordId, List<Problem>> now) {
        Map<String, List<String>> bySource = new TreeMap<>();
        now.keySet()
                .forEach(id -> bySource.computeIfAbsent(id.source(), source -> new ArrayList<>())
                        .add(id.identifier()));
        Map<RecordId, List<Problem>> kept = new HashMap<>();
        bySource.forEach((source, identifiers) -> WorkWriter.chunks(identifiers)
                .forEach(chunk -> kept(source, chunk)
                        .forEach(problem -> kept.computeIfAbsent(
                                        new RecordId(source, problem.identifier()), id -> new ArrayList<>())
                                .add(problem))));
        Map<RecordId, List<Problem>> changed = new LinkedHashMap<>();
        now.forEach((id, problems) -> {
            if (!problems.equals(kept.getOrDefault(id, List.of()))) {
                changed.put(id, problems);
            }
        });
        return changed;
    }

    private List<Problem> kept(String source, List<String> identifiers) {
        return handle.createQuery("""
                        select stage, severity, reason, identifier, place, value from problems
                        where source = :source and identifier in (<identifiers>) and stage in (<stages>)
                        order by number
                        """)
                .bind("source", source)
                .bindList("identifiers", identifiers)
                .bindList("stages", stages.stream().map(Stage::name).toList())
                .map(row)
                .list();
    }
}
