package kz.ortaq.records;

/** How bad a problem is. */
public enum Severity {
    /** Good to know; nothing was lost. */
    INFO,
    /** The record or page was taken, and something of it needs mending. */
    WARNING,
    /** Something was not taken. */
    ERROR
}
