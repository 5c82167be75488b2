package kz.ortaq.engine.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.query.WorkSummary;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Edition;
import kz.ortaq.records.FullText;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** Writes a work as a block of Lucene documents, and reads its summary back. */
final class WorkDocuments {

    private static final int LONGEST_SUMMARY = 600;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FacetsConfig facets = IndexFields.facets();

    /** The pages of a work, and the work itself last, as a block join wants it. */
    List<Iterable<? extends IndexableField>> block(IndexedWork indexed) throws IOException {
        List<Iterable<? extends IndexableField>> block = new ArrayList<>();
        String id = indexed.work().id();
        for (IndexedWork.NamedText named : indexed.texts()) {
            for (FullText.Page page : named.text().pages()) {
                if (!page.text().isBlank()) {
                    block.add(page(id, named, page));
                }
            }
        }
        block.add(facets.build(work(indexed, !block.isEmpty())));
        return block;
    }

    static WorkSummary summary(String json) throws IOException {
        return JSON.readValue(json, WorkSummary.class);
    }

    private static Document page(String work, IndexedWork.NamedText named, FullText.Page page) {
        Document document = new Document();
        document.add(new StringField(IndexFields.TYPE, IndexFields.TYPE_PAGE, Field.Store.NO));
        document.add(new StringField(IndexFields.ID, work, Field.Store.NO));
        document.add(new StoredField(IndexFields.PAGE_DOCUMENT, named.name()));
        document.add(new StoredField(IndexFields.PAGE_HASH, named.hash()));
        document.add(new StoredField(IndexFields.PAGE_TYPE, named.text().mediaType()));
        document.add(new StoredField(IndexFields.PAGE_NUMBER, page.number()));
        document.add(new StoredField(IndexFields.PAGE_KIND, page.kind()));
        document.add(new StoredField(IndexFields.PAGE_LABEL, page.label()));
        document.add(new StoredField(IndexFields.PAGE_OPEN, String.valueOf(named.open())));
        document.add(new TextField(IndexFields.TEXT, page.text(), Field.Store.NO));
        document.add(new StoredField(IndexFields.PAGE_TEXT, page.text()));
        return document;
    }

    /** The page that such a document stands for, with a passage of it. */
    static SearchResult.PageHit pageHit(Document page, String passage) {
        return new SearchResult.PageHit(
                page.get(IndexFields.PAGE_DOCUMENT),
                page.get(IndexFields.PAGE_HASH),
                page.get(IndexFields.PAGE_TYPE),
                page.getField(IndexFields.PAGE_NUMBER).numericValue().intValue(),
                page.get(IndexFields.PAGE_KIND),
                page.get(IndexFields.PAGE_LABEL),
                Boolean.parseBoolean(page.get(IndexFields.PAGE_OPEN)),
                passage);
    }

    private static Document work(IndexedWork indexed, boolean fullText) throws JsonProcessingException {
        Document document = new Document();
        String id = indexed.work().id();
        document.add(new StringField(IndexFields.TYPE, IndexFields.TYPE_WORK, Field.Store.NO));
        document.add(new StringField(IndexFields.ID, id, Field.Store.NO));
        document.add(new SortedDocValuesField(IndexFields.ID_ORDER, new BytesRef(id)));
        for (Edition edition : indexed.work().editions()) {
            BibRecord record = edition.record();
            texts(document, "title", values(record.titles()));
            texts(document, "contributor", record.contributors().stream().map(BibRecord.Contributor::name));
            texts(document, "subject", values(record.subjects()));
            texts(document, "description", values(record.descriptions()));
            texts(document, "other", other(record));
        }
        WorkSummary summary = summary(indexed, fullText);
        facet(document, Facet.KIND, List.of(summary.kind()));
        facet(document, Facet.LANGUAGE, summary.languages());
        facet(document, Facet.LIBRARY, summary.libraries());
        facet(document, Facet.YEAR, summary.year() == 0 ? List.of() : List.of(String.valueOf(summary.year())));
        facet(document, Facet.ACCESS, summary.access().isEmpty() ? List.of() : List.of(summary.access()));
        document.add(new StringField(IndexFields.HAS_TEXT, String.valueOf(fullText), Field.Store.NO));
        if (summary.year() != 0) {
            document.add(new IntPoint(IndexFields.YEAR_POINT, summary.year()));
        }
        document.add(new StoredField(IndexFields.SUMMARY, JSON.writeValueAsString(summary)));
        return document;
    }

    private static void texts(Document document, String part, Stream<String> texts) {
        texts.forEach(text -> {
            document.add(new TextField(part, text, Field.Store.NO));
            document.add(new TextField(part + IndexFields.FOLDED, text, Field.Store.NO));
        });
    }

    private static void facet(Document document, Facet facet, List<String> values) {
        for (String value : values) {
            document.add(new SortedSetDocValuesFacetField(facet.code(), value));
            document.add(new StringField(facet.code(), value, Field.Store.NO));
        }
    }

    private static Stream<String> other(BibRecord record) {
        Stream<String> values = Stream.of(
                        record.publishers(),
                        record.partOf(),
                        record.series(),
                        record.places(),
                        record.types(),
                        record.callNumbers())
                .flatMap(WorkDocuments::values);
        return Stream.concat(values, record.identifiers().stream().map(BibRecord.Identifier::value));
    }

    private static Stream<String> values(List<BibRecord.Value> values) {
        return values.stream().map(BibRecord.Value::text);
    }

    private static WorkSummary summary(IndexedWork indexed, boolean fullText) {
        BibRecord record = indexed.work().record();
        String description = values(record.descriptions()).findFirst().orElse("");
        return new WorkSummary(
                indexed.work().id(),
                record.title(),
                values(record.titles()).skip(1).limit(5).toList(),
                record.contributors().stream()
                        .map(BibRecord.Contributor::name)
                        .limit(10)
                        .toList(),
                record.kind().code(),
                record.year(),
                record.languages(),
                values(record.subjects()).limit(10).toList(),
                description.length() <= LONGEST_SUMMARY
                        ? description
                        : description.substring(0, LONGEST_SUMMARY).stripTrailing() + "…",
                indexed.libraries(),
                indexed.sources(),
                record.access(),
                record.links().stream().limit(5).toList(),
                fullText);
    }
}
