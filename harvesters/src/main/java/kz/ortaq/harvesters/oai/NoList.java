package kz.ortaq.harvesters.oai;

import kz.ortaq.config.Reason;
import kz.ortaq.harvesters.net.Answer;
import kz.ortaq.records.Problem;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** An answer that is neither a list nor an error of OAI-PMH: one name for it, whatever was asked. */
final class NoList {

    private static final int SHOWN = 300;

    private NoList() {}

    /**
     * What is wrong with it.
     *
     * @param place what a person would call it: {@code page 2}
     * @param text the answer, decoded
     */
    static Problem problem(String place, Answer answer, String text) {
        String beginning = text.strip();
        beginning = XmlCharacters.whole(beginning.substring(0, Math.min(SHOWN, beginning.length())));
        return new Problem(
                reason(answer, beginning),
                Severity.ERROR,
                Stage.HARVEST,
                "",
                answer.place() + " (" + place + ")",
                beginning);
    }

    private static Reason reason(Answer answer, String beginning) {
        if (beginning.isEmpty()) {
            return Reason.ANSWER_EMPTY;
        }
        // Half an answer of a slow server is no answer of another kind.
        return answer.cut() ? Reason.PAGE_TRUNCATED : Reason.NOT_OAI;
    }

    /** Where it stands among the shapes of pages. */
    static Page.Shape shape(String text) {
        return text.isBlank() ? Page.Shape.EMPTY : Page.Shape.OTHER;
    }
}
