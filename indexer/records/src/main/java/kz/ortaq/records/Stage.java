package kz.ortaq.records;

/** Where on a record's walk a problem arose. */
public enum Stage {
    HARVEST,
    LINK,
    CROSSWALK,
    TEXT,
    LIST
}
