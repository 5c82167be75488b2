package kz.ortaq.records;

/**
 * Where the next harvest of a source resumes. Empty strings stand for what is not known.
 *
 * @param token the resumption token of the page to ask for next
 * @param format the format that the token belongs to
 * @param from the lower bound of the list under way, as it was asked for
 * @param page how many pages of this list are stored
 * @param startedAt the server's responseDate at the start of the list under way
 * @param completedAt the server's responseDate at the start of the last complete run, from which the next one asks
 */
public record Checkpoint(String token, String format, String from, int page, String startedAt, String completedAt) {

    /** Nothing harvested yet. */
    public static final Checkpoint START = new Checkpoint("", "", "", 0, "", "");

    /** Whether a list is under way that a harvest was stopped in. */
    public boolean underWay() {
        return !token.isEmpty();
    }

    /** The checkpoint after a page that leads on to {@code next}. */
    public Checkpoint after(String next) {
        return new Checkpoint(next, format, from, page + 1, startedAt, completedAt);
    }

    /** The checkpoint after the last page: the next run asks from where this one started. */
    public Checkpoint complete() {
        return new Checkpoint("", format, "", 0, "", startedAt.isEmpty() ? completedAt : startedAt);
    }

    /** The same past, with no list under way. */
    public Checkpoint restarted() {
        return new Checkpoint("", format, "", 0, "", completedAt);
    }
}
