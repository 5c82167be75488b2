package kz.ortaq.harvesters.net;

import java.util.Optional;
import kz.ortaq.config.Reason;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;
import org.jspecify.annotations.Nullable;

/** An address could not be fetched, for a reason that its library can read. */
public final class NetException extends Exception {

    private final Reason reason;
    private final String place;
    private final String value;
    private final boolean passing;
    private final String retryAfter;
    private final @Nullable Answer answer;

    private NetException(
            Reason reason, String place, String value, boolean passing, String retryAfter, @Nullable Answer answer) {
        super(reason.code() + " at " + place + ": " + value);
        this.reason = reason;
        this.place = place;
        this.value = value;
        this.passing = passing;
        this.retryAfter = retryAfter;
        this.answer = answer;
    }

    static NetException wrong(String address) {
        String shown = address.replaceFirst("(?s)//.*@", "//"); // a password is no matter for a message
        return new NetException(Reason.ADDRESS_WRONG, shown, shown, false, "", null);
    }

    static NetException forbidden(String address) {
        return new NetException(Reason.ADDRESS_FORBIDDEN, address, address, false, "", null);
    }

    static NetException robots(String address) {
        return new NetException(Reason.LINK_ROBOTS, address, address, false, "", null);
    }

    /** @param passing whether another try may succeed */
    static NetException unreachable(String place, String why, boolean passing) {
        return new NetException(Reason.ADDRESS_UNREACHABLE, place, why, passing, "", null);
    }

    /** The name of a host that nobody knows, today; a name server may be at fault. */
    static NetException unknown(String host) {
        return new NetException(Reason.ADDRESS_UNKNOWN, host, host, true, "", null);
    }

    static NetException tooLarge(String place, long bound) {
        return new NetException(Reason.ANSWER_TOO_LARGE, place, Long.toString(bound), false, "", null);
    }

    static NetException tooManyRedirects(String place, int status, int bound) {
        return new NetException(
                Reason.HTTP_STATUS, place, status + " (more than " + bound + " redirects)", false, "", null);
    }

    /** A status that is not one of success, with the whole answer for those who want to look at it. */
    static NetException status(String place, Answer answer, String retryAfter) {
        int status = answer.status();
        // 408, 429 and the 5xx name a trouble of the moment (RFC 9110, 15.5.9 and 15.6; RFC 6585, 4), but for 501 and
        // 505, which say that the server will never do it.
        boolean passing = status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505);
        return new NetException(Reason.HTTP_STATUS, place, Integer.toString(status), passing, retryAfter, answer);
    }

    public Reason reason() {
        return reason;
    }

    /** What the server answered, where it answered at all. */
    public Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }

    /** The failure as a problem of a harvest; {@code where} in the source, for example {@code page 2}. */
    public Problem toProblem(Severity severity, String where) {
        String full = where.isEmpty() ? place : place + " (" + where + ")";
        return new Problem(reason, severity, Stage.HARVEST, "", full, value);
    }

    /** What went wrong, for a message that names the address itself. */
    public String value() {
        return value;
    }

    /** Whether the server asks to be left alone for a while (429 and 503; RFC 6585, 4, and RFC 9110, 15.6.4). */
    boolean later() {
        return value.equals("429") || value.equals("503");
    }

    /** Whether another try may succeed, soon or some other day. */
    public boolean passing() {
        return passing;
    }

    String retryAfter() {
        return retryAfter;
    }
}
