package kz.ortaq.records.store;

/** Another process harvests the source, or has taken the lease over. */
public final class LeaseRefused extends Exception {

    LeaseRefused(String source, String owner) {
        super("source " + source + " is being harvested already, by process " + owner);
    }
}
