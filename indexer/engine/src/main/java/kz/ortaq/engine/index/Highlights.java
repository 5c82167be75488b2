package kz.ortaq.engine.index;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import kz.ortaq.engine.query.WorkSummary;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Marks the words of a query in the texts of a hit; what it gives is HTML that is safe to show. */
final class Highlights {

    private static final int LONGEST = 200_000;

    private final WordQueries words;
    private final UnifiedHighlighter whole = highlighter(WholeBreakIterator::new);
    private final UnifiedHighlighter passages = highlighter(() -> BreakIterator.getSentenceInstance(Locale.ROOT));

    Highlights(WordQueries words) {
        this.words = words;
    }

    /** The parts of a summary in which words of the query stand, marked. */
    Map<String, String> of(Question question, WorkSummary work) throws IOException {
        Map<String, String> marked = new LinkedHashMap<>();
        mark(marked, whole, "title", question, work.title(), 1);
        mark(marked, whole, "contributors", question, String.join("; ", work.contributors()), 1);
        mark(marked, whole, "subjects", question, String.join("; ", work.subjects()), 1);
        mark(marked, passages, "description", question, work.description(), 2);
        return marked;
    }

    /** The best passages of a page. */
    String passage(Question question, String text) throws IOException {
        return mark(passages, question, text, 2);
    }

    private void mark(
            Map<String, String> marked, UnifiedHighlighter how, String name, Question question, String text, int most)
            throws IOException {
        String html = mark(how, question, text, most);
        if (!html.isEmpty()) {
            marked.put(name, html);
        }
    }

    private String mark(UnifiedHighlighter how, Question question, String text, int most) throws IOException {
        if (text.isBlank()) {
            return "";
        }
        Object html = how.highlightWithoutSearcher(IndexFields.TEXT, marked(question), text, most);
        return html == null ? "" : html.toString().strip();
    }

    /** The words of a question in the forms of {@link AllForms}. */
    private Query marked(Question question) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (Question.Asked asked : question.words()) {
            mark(builder, "", asked.word().folded());
            mark(builder, AllForms.LEMMA, asked.word().lemma());
            if (!asked.known()) {
                mark(builder, AllForms.ROBUST, asked.word().robust());
                mark(
                        builder,
                        "",
                        asked.guesses().stream().map(Vocabulary.Guess::key).toList());
            }
        }
        question.phrases().forEach(phrase -> builder.add(words.phrase(IndexFields.TEXT, phrase), Occur.SHOULD));
        return builder.build();
    }

    private static void mark(BooleanQuery.Builder builder, String prefix, List<String> terms) {
        terms.forEach(term -> builder.add(new TermQuery(new Term(IndexFields.TEXT, prefix + term)), Occur.SHOULD));
    }

    private static UnifiedHighlighter highlighter(Supplier<BreakIterator> pieces) {
        return UnifiedHighlighter.builderWithoutSearcher(new AllForms())
                .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", " … ", true))
                .withBreakIterator(pieces)
                .withMaxNoHighlightPassages(0)
                .withMaxLength(LONGEST)
                .build();
    }
}
