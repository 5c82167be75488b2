package kz.ortaq.records.store;

/** Another process harvests the source or fetches its documents, or has taken the lease over. */
public final class LeaseRefused extends Exception {

    LeaseRefused(String source, String owner) {
        super("source " + source + " is being harvested already, by process " + owner);
    }

    private LeaseRefused(String message) {
        super(message);
    }

    static LeaseRefused ofDocuments(String source, String owner) {
        return new LeaseRefused("the documents of " + source + " are being fetched already, by process " + owner);
    }
}
