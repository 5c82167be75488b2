package kz.ortaq.engine.index;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.analysis.OrtaqAnalyzers;
import kz.ortaq.config.Tables;
import kz.ortaq.engine.crosswalk.Crosswalks;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.text.TextExtractor;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.util.Version;

/**
 * The fields of the index. A work is a block: its pages first, then the work itself, so that a hit in a page leads to
 * the work and to the page's number.
 */
final class IndexFields {

    static final String TYPE = "type";
    static final String TYPE_WORK = "work";
    static final String TYPE_PAGE = "page";

    static final String ID = "id";
    static final String ID_ORDER = "id.order";
    static final String SUMMARY = "summary";
    static final String YEAR_POINT = "year.point";
    static final String TEXT = "text";
    static final String PAGE_NUMBER = "page.number";
    static final String PAGE_DOCUMENT = "page.document";
    static final String PAGE_TEXT = "page.text";

    static final String HAS_TEXT = "text.any";

    static final String FOLDED = ".folded";

    /** Analysed parts of a work with their weight: a word in the title tells more than one in the description. */
    static final Map<String, Float> PARTS =
            Map.of("title", 4f, "contributor", 3f, "subject", 2f, "description", 1f, "other", 0.8f);

    /** How much a folded match counts beside an exact one, and a page's text beside a title. */
    static final float FOLDED_WEIGHT = 0.8f;

    static final float TEXT_WEIGHT = 0.7f;

    /** Changes whenever fields, analysis, crosswalks or texts do, so that an index built otherwise is seen as such. */
    static final String FINGERPRINT = String.join(
            ";",
            "2",
            "lucene-" + Version.LATEST.major,
            "tables-" + Tables.fingerprint(Crosswalks.TABLES),
            TextExtractor.VERSION);

    private IndexFields() {}

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), analyzers());
    }

    private static Map<String, Analyzer> analyzers() {
        Map<String, Analyzer> analyzers = new HashMap<>();
        for (String part : PARTS.keySet()) {
            analyzers.put(part, OrtaqAnalyzers.exact());
            analyzers.put(part + FOLDED, OrtaqAnalyzers.folded());
        }
        analyzers.put(TEXT, OrtaqAnalyzers.folded());
        return analyzers;
    }

    static FacetsConfig facets() {
        FacetsConfig config = new FacetsConfig();
        for (Facet facet : List.of(Facet.values())) {
            config.setMultiValued(facet.code(), true);
        }
        return config;
    }
}
