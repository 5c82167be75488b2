package kz.ortaq.engine.index;

import java.util.HashMap;
import java.util.LinkedHashMap;
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
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;
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

    /** The id to be read of many works: {@link #ID_ORDER} is packed, and takes longer. */
    static final String ID_VALUE = "id.value";

    static final String SUMMARY = "summary";
    static final String YEAR_POINT = "year.point";
    static final String TEXT = "text";
    static final String PAGE_NUMBER = "page.number";
    static final String PAGE_DOCUMENT = "page.document";
    static final String PAGE_HASH = "page.hash";
    static final String PAGE_TYPE = "page.type";
    static final String PAGE_KIND = "page.kind";
    static final String PAGE_LABEL = "page.label";
    static final String PAGE_OPEN = "page.open";
    static final String PAGE_TEXT = "page.text";

    static final String HAS_TEXT = "text.any";

    /** Whether a work says that it is for adults, on its pages too; such works are found, and never suggested. */
    static final String ADULT = "adult";

    /** Numbers that weigh a work without a search: how many libraries have it. */
    static final String FEATURES = "features";

    static final String LIBRARIES = "libraries";

    /** Numbers by which a work is known, in the form of {@code Numbers}. */
    static final String NUMBER = "number";

    /** A whole title as one term, so that the work whose title was typed comes first. */
    static final String WHOLE_TITLE = "title.whole";

    static final String TITLE = "title";
    static final String CONTRIBUTOR = "contributor";

    /** The first letters of the names of people, for names with initials. */
    static final String INITIALS = "contributor.initials";

    /** All parts of a work together: what decides whether a word stands in it, and in what order. */
    static final String ALL = "all";

    /** Words by the keys of their spellings. Of {@link #ALL} and {@link #TEXT} they are the field itself. */
    static final String FOLDED = ".folded";

    static final String LEMMA = ".lemma";
    static final String ROBUST = ".robust";
    static final String ROOT = ".root";

    private static final Map<String, String> LEMMAS = forms(LEMMA);
    private static final Map<String, String> BEGINNINGS = forms(ROBUST);
    private static final Map<String, String> ROOTS = forms(ROOT);

    /** Analysed parts of a work with their weight: a word in the title tells more than one in the description. */
    static final Map<String, Float> PARTS = parts();

    /** What a match counts that is so to the letter, beside one of the lemma and one of the first letters. */
    static final float EXACT_WEIGHT = 0.3f;

    /** Changes whenever fields, analysis, crosswalks or texts do, so that an index built otherwise is seen as such. */
    static final String FINGERPRINT = String.join(
            ";",
            "7",
            "lucene-" + Version.LATEST.major,
            "tables-" + Tables.fingerprint(Crosswalks.TABLES),
            TextExtractor.VERSION);

    private IndexFields() {}

    /** The field of lemmas beside one of {@link #PARTS}, {@link #ALL} or {@link #TEXT}. */
    static String lemma(String field) {
        return LEMMAS.getOrDefault(field, field + LEMMA);
    }

    /** The field of first letters. */
    static String robust(String field) {
        return BEGINNINGS.getOrDefault(field, field + ROBUST);
    }

    /** The field of roots, of all but {@link #ALL}. */
    static String root(String field) {
        return ROOTS.getOrDefault(field, field + ROOT);
    }

    private static Map<String, String> forms(String form) {
        Map<String, String> forms = new HashMap<>();
        parts().keySet().forEach(part -> forms.put(part, part + form));
        forms.put(ALL, ALL + form);
        forms.put(TEXT, TEXT + form);
        return forms;
    }

    /**
     * How matches are weighed. Passages differ much in length without saying less for it, so length counts less (b) and
     * repetition too (k1) than by Lucene's defaults; these are the values that Anserini uses for passages.
     */
    static Similarity similarity() {
        return new BM25Similarity(0.9f, 0.4f);
    }

    static Analyzer analyzer() {
        return new PerFieldAnalyzerWrapper(new KeywordAnalyzer(), analyzers());
    }

    private static Map<String, Float> parts() {
        Map<String, Float> parts = new LinkedHashMap<>();
        parts.put(TITLE, 1f);
        parts.put(CONTRIBUTOR, 0.8f);
        parts.put("subject", 0.6f);
        parts.put("description", 0.5f);
        parts.put("other", 0.3f);
        return parts;
    }

    private static Map<String, Analyzer> analyzers() {
        Analyzer lemma = OrtaqAnalyzers.lemma();
        Analyzer robust = OrtaqAnalyzers.robust();
        Analyzer root = Roots.analyzer();
        Map<String, Analyzer> analyzers = new HashMap<>();
        for (String part : PARTS.keySet()) {
            analyzers.put(part, OrtaqAnalyzers.exact());
            analyzers.put(part + LEMMA, lemma);
            analyzers.put(part + ROBUST, robust);
            analyzers.put(part + ROOT, root);
        }
        analyzers.put(TEXT + ROOT, root);
        for (String field : List.of(ALL, TEXT, TITLE + FOLDED, CONTRIBUTOR + FOLDED)) {
            analyzers.put(field, OrtaqAnalyzers.folded());
        }
        for (String field : List.of(ALL, TEXT)) {
            analyzers.put(field + LEMMA, lemma);
            analyzers.put(field + ROBUST, robust);
        }
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
