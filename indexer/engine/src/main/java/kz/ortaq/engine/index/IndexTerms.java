package kz.ortaq.engine.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.ortaq.analysis.OrtaqAnalyzers;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Shows under which terms the index has a text. Safe for use by many threads. */
public final class IndexTerms {

    private final Map<String, Analyzer> forms = new LinkedHashMap<>();

    public IndexTerms() {
        forms.put("exact", OrtaqAnalyzers.exact());
        forms.put("folded", OrtaqAnalyzers.folded());
        forms.put("lemma", OrtaqAnalyzers.lemma());
        forms.put("robust", OrtaqAnalyzers.robust());
        forms.put("root", Roots.analyzer());
    }

    /** The forms of words that the index has, each in a field of its own. */
    public Set<String> forms() {
        return forms.keySet();
    }

    /**
     * The terms of a text in one form.
     *
     * @throws IllegalArgumentException for a form that is none of {@link #forms}
     */
    public List<String> of(String form, String text) {
        Analyzer analyzer = forms.get(form);
        if (analyzer == null) {
            throw new IllegalArgumentException("there is no form “" + form + "”");
        }
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory cannot fail to be read", e);
        }
        return terms;
    }
}
