package kz.ortaq.engine.index;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import kz.ortaq.analysis.OrtaqAnalyzers;
import kz.ortaq.engine.query.Query;
import kz.ortaq.engine.query.WorkSummary;
import org.apache.lucene.search.uhighlight.DefaultPassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/** Marks the words of a query in the texts of a hit; what it gives is HTML that is safe to show. */
final class Highlights {

    private static final int LONGEST = 200_000;

    private final LuceneQueries queries;
    private final UnifiedHighlighter whole = highlighter(WholeBreakIterator::new);
    private final UnifiedHighlighter passages = highlighter(() -> BreakIterator.getSentenceInstance(Locale.ROOT));

    Highlights(LuceneQueries queries) {
        this.queries = queries;
    }

    /** The parts of a summary in which words of the query stand, marked. */
    Map<String, String> of(Query query, WorkSummary work) throws IOException {
        Map<String, String> marked = new LinkedHashMap<>();
        mark(marked, whole, "title", query, work.title(), 1);
        mark(marked, whole, "contributors", query, String.join("; ", work.contributors()), 1);
        mark(marked, whole, "subjects", query, String.join("; ", work.subjects()), 1);
        mark(marked, passages, "description", query, work.description(), 2);
        return marked;
    }

    /** The best passages of a page. */
    String passage(Query query, String text) throws IOException {
        return mark(passages, query, text, 2);
    }

    private void mark(
            Map<String, String> marked, UnifiedHighlighter how, String name, Query query, String text, int most)
            throws IOException {
        String html = mark(how, query, text, most);
        if (!html.isEmpty()) {
            marked.put(name, html);
        }
    }

    private String mark(UnifiedHighlighter how, Query query, String text, int most) throws IOException {
        if (text.isBlank()) {
            return "";
        }
        Object html =
                how.highlightWithoutSearcher(IndexFields.TEXT, queries.words(query, IndexFields.TEXT), text, most);
        return html == null ? "" : html.toString().strip();
    }

    private static UnifiedHighlighter highlighter(Supplier<BreakIterator> pieces) {
        return UnifiedHighlighter.builderWithoutSearcher(OrtaqAnalyzers.folded())
                .withFormatter(new DefaultPassageFormatter("<mark>", "</mark>", " … ", true))
                .withBreakIterator(pieces)
                .withMaxNoHighlightPassages(0)
                .withMaxLength(LONGEST)
                .build();
    }
}
