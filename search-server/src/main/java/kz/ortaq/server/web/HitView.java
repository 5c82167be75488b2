package kz.ortaq.server.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One result.
 *
 * @param facts kind, year and languages in one line
 * @param access who may read it, in words; empty when unknown
 */
public record HitView(
        String address,
        @Nullable String language,
        List<Piece> title,
        String facts,
        List<Piece> contributors,
        String partOf,
        List<Piece> description,
        @Nullable PageView page,
        List<String> libraries,
        String access,
        boolean open) {

    public HitView {
        title = List.copyOf(title);
        contributors = List.copyOf(contributors);
        description = List.copyOf(description);
        libraries = List.copyOf(libraries);
    }

    /**
     * Where in a document the words were found.
     *
     * @param place the page, chapter, slide or sheet in words; empty where the document has none
     * @param address where it opens there; empty where it cannot be opened
     */
    public record PageView(String document, String place, String address, List<Piece> passage) {
        public PageView {
            passage = List.copyOf(passage);
        }
    }
}
