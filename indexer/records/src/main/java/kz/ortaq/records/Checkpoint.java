package kz.ortaq.records;

import org.jspecify.annotations.Nullable;

/**
 * Where the next harvest of a source resumes. Empty strings stand for what is not known.
 *
 * @param token the resumption token of the page to ask for next
 * @param format the format that the token belongs to
 * @param from the lower bound of the list under way, as it was asked for
 * @param page how many pages of this list are stored
 * @param startedAt the server's responseDate at the start of the list under way
 * @param completedAt the server's responseDate at the start of the last complete run, from which the next one asks
 * @param until the upper bound of the list under way, where it is one window of several; the last window has none
 * @param said how many records the whole list has, as the server said at its start; 0 when it did not say
 * @param came how many records of the whole list came so far
 * @param gaps whether records are known to be missing, so that the lists are to be compared
 * @param comparedAt when what is stored was last compared with what the source lists
 */
public record Checkpoint(
        String token,
        String format,
        String from,
        int page,
        String startedAt,
        String completedAt,
        String until,
        long said,
        long came,
        boolean gaps,
        String comparedAt) {

    /** Nothing harvested yet. */
    public static final Checkpoint START = new Checkpoint("", "", "", 0, "", "");

    /** A checkpoint that an older program stored lacks the later members. */
    public Checkpoint(
            @Nullable String token,
            @Nullable String format,
            @Nullable String from,
            int page,
            @Nullable String startedAt,
            @Nullable String completedAt,
            @Nullable String until,
            long said,
            long came,
            boolean gaps,
            @Nullable String comparedAt) {
        this.token = orEmpty(token);
        this.format = orEmpty(format);
        this.from = orEmpty(from);
        this.page = page;
        this.startedAt = orEmpty(startedAt);
        this.completedAt = orEmpty(completedAt);
        this.until = orEmpty(until);
        this.said = said;
        this.came = came;
        this.gaps = gaps;
        this.comparedAt = orEmpty(comparedAt);
    }

    /** A checkpoint of a list that is asked for whole. */
    public Checkpoint(String token, String format, String from, int page, String startedAt, String completedAt) {
        this(token, format, from, page, startedAt, completedAt, "", 0, 0, false, "");
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Whether a list is under way that a harvest was stopped in. */
    public boolean underWay() {
        return !token.isEmpty();
    }

    /** Whether a run is under way: within a list, or between two windows of time. */
    public boolean begun() {
        return underWay() || !startedAt.isEmpty();
    }

    /** The checkpoint after a page that leads on to {@code next}. */
    public Checkpoint after(String next) {
        return new Checkpoint(
                next, format, from, page + 1, startedAt, completedAt, until, said, came, gaps, comparedAt);
    }

    /** The checkpoint after the last page: the next run asks from where this one started. */
    public Checkpoint complete() {
        String completed = startedAt.isEmpty() ? completedAt : startedAt;
        return new Checkpoint("", format, "", 0, "", completed, "", 0, 0, gaps, comparedAt);
    }

    /** The same past, with no list under way. */
    public Checkpoint restarted() {
        return new Checkpoint("", format, "", 0, "", completedAt, "", 0, 0, gaps, comparedAt);
    }

    /** The same run, before the list of another window of time. */
    public Checkpoint window(String newFrom, String newUntil) {
        return new Checkpoint(
                "", format, newFrom, page, startedAt, completedAt, newUntil, said, came, gaps, comparedAt);
    }

    /** The same list, now known not to be bounded by dates. */
    public Checkpoint unbounded(String newFrom) {
        return new Checkpoint(token, format, newFrom, page, startedAt, completedAt, "", said, came, gaps, comparedAt);
    }

    /** The same place, with the server's clock at the start of the list. */
    public Checkpoint started(String at) {
        return new Checkpoint(token, format, from, page, at, completedAt, until, said, came, gaps, comparedAt);
    }

    /** The same place, with what the server said of the list's length and what came of it. */
    public Checkpoint counted(long nowSaid, long nowCame) {
        return new Checkpoint(
                token, format, from, page, startedAt, completedAt, until, nowSaid, nowCame, gaps, comparedAt);
    }

    /** The same place, with word on whether records are missing, and when that was last looked at. */
    public Checkpoint compared(boolean missing, String at) {
        return new Checkpoint(token, format, from, page, startedAt, completedAt, until, said, came, missing, at);
    }
}
