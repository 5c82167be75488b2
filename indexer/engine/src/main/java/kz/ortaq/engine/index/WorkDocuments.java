package kz.ortaq.engine.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.ortaq.engine.query.Facet;
import kz.ortaq.engine.query.Numbers;
import kz.ortaq.engine.query.SearchResult;
import kz.ortaq.engine.query.WorkSummary;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Edition;
import kz.ortaq.records.FullText;
import kz.ortaq.records.Participation;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Writes a work as a block of Lucene documents, and reads its summary back. */
final class WorkDocuments {

    private static final int LONGEST_SUMMARY = 600;
    private static final int MOST_LIBRARIES = 20; // Thousands have a textbook; a line of results names a few.
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final FieldType PLACES = indexed(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
    private static final FieldType COUNTS = indexed(IndexOptions.DOCS_AND_FREQS, true);
    private static final FieldType PRESENCE = indexed(IndexOptions.DOCS, false);
    private static final Pattern SUBTITLE = Pattern.compile("\\s*[:/=;]\\s|\\s\\(|\\.\\s");
    private static final int SPELLINGS = 4; // of a Latin title the ways to read it that are indexed as a whole
    /**
     * The forms of words in titles and texts. Pages have an empty title, and works an empty text: where every document
     * has a length in a field, Lucene reads it by the document's number, else it looks for it in a set.
     */
    private static final List<String> COUNTED = List.of(IndexFields.LEMMA, IndexFields.ROBUST, IndexFields.ROOT);

    private final WordForms forms;
    private final Captions captions;
    private final FacetsConfig facets = IndexFields.facets();

    WorkDocuments(WordForms forms, Captions captions) {
        this.forms = forms;
        this.captions = captions;
    }

    /** The pages of a work, and the work itself last, as a block join wants it. */
    List<Document> block(IndexedWork indexed) throws IOException {
        List<Document> block = new ArrayList<>();
        String id = indexed.work().id();
        for (IndexedWork.NamedText named : indexed.texts()) {
            for (FullText.Page page : named.text().pages()) {
                if (!page.text().isBlank()) {
                    block.add(page(id, named, page));
                }
            }
        }
        block.add(work(indexed, !block.isEmpty()));
        if (indexed.work().editions().stream().anyMatch(edition -> ChildSafe.isForAdults(edition.record()))) {
            block.forEach(document -> document.add(new StringField(IndexFields.ADULT, "true", Field.Store.NO)));
        }
        block.addLast(facets.build(block.removeLast()));
        return block;
    }

    static WorkSummary summary(String json) throws IOException {
        return JSON.readValue(json, WorkSummary.class);
    }

    /** Gives the stored fields of every work of one segment by its id, pages included. */
    static void forEachStored(LeafReader reader, BiConsumer<String, String> consumer) throws IOException {
        StringBuilder block = new StringBuilder();
        Bits live = reader.getLiveDocs();
        for (int i = 0; i < reader.maxDoc(); i++) {
            if (live != null && !live.get(i)) {
                continue;
            }
            Document document = reader.storedFields().document(i);
            for (IndexableField field : document) {
                Object value = field.numericValue() == null ? field.stringValue() : field.numericValue();
                block.append(field.name()).append('=').append(value).append('\n');
            }
            String summary = document.get(IndexFields.SUMMARY);
            if (summary != null) {
                consumer.accept(summary(summary).id(), block.toString());
                block.setLength(0);
            }
        }
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
        document.add(new Field(IndexFields.TEXT, page.text(), PLACES));
        COUNTED.forEach(form -> document.add(new Field(IndexFields.TEXT + form, page.text(), COUNTS)));
        document.add(new Field(IndexFields.TITLE, "", COUNTS));
        COUNTED.forEach(form -> document.add(new Field(IndexFields.TITLE + form, "", COUNTS)));
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

    private Document work(IndexedWork indexed, boolean fullText) throws JsonProcessingException {
        Document document = new Document();
        String id = indexed.work().id();
        document.add(new StringField(IndexFields.TYPE, IndexFields.TYPE_WORK, Field.Store.NO));
        document.add(new StringField(IndexFields.ID, id, Field.Store.NO));
        document.add(new SortedDocValuesField(IndexFields.ID_ORDER, new BytesRef(id)));
        document.add(new BinaryDocValuesField(IndexFields.ID_VALUE, new BytesRef(id)));
        document.add(new Field(IndexFields.TEXT, "", PLACES));
        COUNTED.forEach(form -> document.add(new Field(IndexFields.TEXT + form, "", COUNTS)));
        for (Edition edition : indexed.work().editions()) {
            BibRecord record = edition.record();
            texts(document, IndexFields.TITLE, values(record.titles()));
            values(record.titles()).forEach(title -> title(document, title));
            texts(
                    document,
                    IndexFields.CONTRIBUTOR,
                    record.contributors().stream().map(BibRecord.Contributor::name));
            record.contributors().forEach(contributor -> name(document, contributor.name()));
            texts(document, "subject", values(record.subjects()));
            texts(document, "subject", values(record.keywords()));
            texts(document, "subject", captions.topics(record));
            texts(document, "description", values(record.descriptions()));
            texts(document, "other", other(record));
            texts(document, "other", captions.places(record));
            numbers(document, record);
        }
        WorkSummary summary = summary(indexed, fullText);
        facet(document, Facet.KIND, List.of(summary.kind()));
        facet(document, Facet.LANGUAGE, summary.languages());
        facet(document, Facet.TOPIC, ofEditions(indexed, record -> record.topics().stream()));
        facet(
                document,
                Facet.GRADE,
                ofEditions(indexed, record -> record.grades().stream().map(String::valueOf)));
        facet(document, Facet.REGION, ofEditions(indexed, record -> captions.regions(record).stream()));
        facet(document, Facet.LIBRARY, indexed.libraries());
        facet(document, Facet.YEAR, summary.year() == 0 ? List.of() : List.of(String.valueOf(summary.year())));
        facet(document, Facet.ACCESS, summary.access().isEmpty() ? List.of() : List.of(summary.access()));
        document.add(new StringField(IndexFields.HAS_TEXT, String.valueOf(fullText), Field.Store.NO));
        if (summary.year() != 0) {
            document.add(new IntPoint(IndexFields.YEAR_POINT, summary.year()));
        }
        int libraries = Math.max(1, summary.held());
        document.add(new FeatureField(IndexFields.FEATURES, IndexFields.LIBRARIES, libraries));
        document.add(new StoredField(IndexFields.SUMMARY, JSON.writeValueAsString(summary)));
        return document;
    }

    private static void texts(Document document, String part, Stream<String> texts) {
        texts.forEach(text -> {
            document.add(new Field(part, text, COUNTS));
            COUNTED.forEach(form -> document.add(new Field(part + form, text, COUNTS)));
            document.add(new Field(IndexFields.ALL, text, PLACES));
            document.add(new Field(IndexFields.ALL + IndexFields.LEMMA, text, PRESENCE));
            document.add(new Field(IndexFields.ALL + IndexFields.ROBUST, text, PRESENCE));
        });
    }

    /** A title, and its beginning where the cataloguing rules add a subtitle or the authors. */
    private void title(Document document, String title) {
        document.add(new Field(IndexFields.TITLE + IndexFields.FOLDED, title, PLACES));
        Set<String> whole = new LinkedHashSet<>(forms.whole(title, SPELLINGS));
        whole.addAll(forms.whole(SUBTITLE.split(title, 2)[0], SPELLINGS));
        whole.forEach(term -> document.add(new StringField(IndexFields.WHOLE_TITLE, term, Field.Store.NO)));
    }

    private void name(Document document, String name) {
        document.add(new Field(IndexFields.CONTRIBUTOR + IndexFields.FOLDED, name, PRESENCE));
        Set<String> letters = new LinkedHashSet<>();
        forms.keys(name).forEach(word -> word.forEach(key -> letters.add(key.substring(0, 1))));
        letters.forEach(letter -> document.add(new StringField(IndexFields.INITIALS, letter, Field.Store.NO)));
    }

    private static void numbers(Document document, BibRecord record) {
        Stream.concat(record.identifiers().stream().map(BibRecord.Identifier::value), values(record.callNumbers()))
                .flatMap(number -> Numbers.key(number).stream())
                .distinct()
                .forEach(number -> document.add(new StringField(IndexFields.NUMBER, number, Field.Store.NO)));
    }

    private static FieldType indexed(IndexOptions options, boolean lengthCounts) {
        FieldType type = new FieldType();
        type.setTokenized(true);
        type.setIndexOptions(options);
        type.setOmitNorms(!lengthCounts);
        type.freeze();
        return type;
    }

    private static void facet(Document document, Facet facet, List<String> values) {
        for (String value : values) {
            document.add(new SortedSetDocValuesFacetField(facet.code(), value));
            document.add(new StringField(facet.code(), value, Field.Store.NO));
        }
    }

    private static List<String> ofEditions(IndexedWork indexed, Function<BibRecord, Stream<String>> values) {
        return indexed.work().editions().stream()
                .flatMap(edition -> values.apply(edition.record()))
                .distinct()
                .toList();
    }

    private static Stream<String> other(BibRecord record) {
        Stream<String> values = Stream.of(record.publishers(), record.places(), record.types(), record.callNumbers())
                .flatMap(WorkDocuments::values);
        Stream<String> hosts = Stream.of(record.partOf(), record.series())
                .flatMap(List::stream)
                .map(BibRecord.Host::text);
        Participation participation = record.participation();
        Stream<String> terms = Stream.of(
                        participation.venues(),
                        participation.eligibility(),
                        participation.requirements(),
                        participation.certificates())
                .flatMap(WorkDocuments::values);
        return Stream.of(values, hosts, terms, record.identifiers().stream().map(BibRecord.Identifier::value))
                .flatMap(Function.identity());
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
                Stream.concat(values(record.subjects()), values(record.keywords()))
                        .distinct()
                        .limit(10)
                        .toList(),
                description.length() <= LONGEST_SUMMARY
                        ? description
                        : description.substring(0, LONGEST_SUMMARY).stripTrailing() + "…",
                indexed.libraries().stream().limit(MOST_LIBRARIES).toList(),
                indexed.libraries().size(),
                indexed.sources().stream().limit(MOST_LIBRARIES).toList(),
                record.access(),
                record.links().stream().limit(5).toList(),
                fullText,
                record.partOf().stream()
                        .map(BibRecord.Host::text)
                        .filter(text -> text.length() <= LONGEST_SUMMARY)
                        .findFirst()
                        .orElse(""));
    }
}
