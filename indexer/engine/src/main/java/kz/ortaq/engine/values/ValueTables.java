package kz.ortaq.engine.values;

import java.util.List;
import java.util.stream.Stream;

/** Names the tables by which values are read and compared: where one changes, what was made by it is out of date. */
public final class ValueTables {

    /** Their resource names. */
    public static final List<String> RESOURCES = Stream.of(
                    "vocabulary.yaml",
                    "textbooks.yaml",
                    "matching.yaml",
                    "levels.yaml",
                    "topics.yaml",
                    "imprints.yaml",
                    "places.yaml",
                    "rights.yaml",
                    "dates.yaml")
            .map(name -> "/kz/ortaq/config/" + name)
            .toList();

    private ValueTables() {}
}
