package kz.ortaq.engine.index;

import java.util.List;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Work;

/**
 * A work with the texts of its documents and the libraries and sources that it comes from.
 *
 * @param texts by the document's name
 */
public record IndexedWork(Work work, List<NamedText> texts, List<String> libraries, List<String> sources) {

    /**
     * The text of a document under the name its library gave it.
     *
     * @param hash the document's, which is its name in the store
     * @param open whether everyone may read the document
     */
    public record NamedText(String name, String hash, boolean open, FullText text) {}

    public IndexedWork {
        texts = List.copyOf(texts);
        libraries = List.copyOf(libraries);
        sources = List.copyOf(sources);
    }
}
