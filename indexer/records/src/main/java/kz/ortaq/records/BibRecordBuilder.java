package kz.ortaq.records;

import java.util.List;
import java.util.Map;
import kz.ortaq.records.BibRecord.Age;
import kz.ortaq.records.BibRecord.Contributor;
import kz.ortaq.records.BibRecord.Held;
import kz.ortaq.records.BibRecord.Host;
import kz.ortaq.records.BibRecord.Identifier;
import kz.ortaq.records.BibRecord.Licence;
import kz.ortaq.records.BibRecord.Value;

/** Puts a {@link BibRecord} together part by part; what is not set stays empty. */
public final class BibRecordBuilder {

    private final List<Value> titles;
    private List<Contributor> contributors = List.of();
    private List<Value> subjects = List.of();
    private List<Value> keywords = List.of();
    private List<String> topics = List.of();
    private List<Value> descriptions = List.of();
    private List<String> languages = List.of();
    private List<Value> dates = List.of();
    private int year = 0;
    private List<Identifier> identifiers = List.of();
    private List<Value> publishers = List.of();
    private List<Value> publishedIn = List.of();
    private List<Host> partOf = List.of();
    private List<Host> series = List.of();
    private List<Value> editions = List.of();
    private List<Value> extents = List.of();
    private List<Value> audiences = List.of();
    private List<Integer> grades = List.of();
    private String level = "";
    private Age age = Age.UNMARKED;
    private List<Value> places = List.of();
    private List<Value> rights = List.of();
    private Licence licence = Licence.NONE;
    private List<Value> callNumbers = List.of();
    private List<Held> held = List.of();
    private List<Value> types = List.of();
    private Participation participation = Participation.NONE;
    private ResourceKind kind = ResourceKind.OTHER;
    private String access = "";
    private List<String> links = List.of();
    private Map<String, List<String>> origins = Map.of();

    BibRecordBuilder(List<Value> titles) {
        this.titles = titles;
    }

    BibRecordBuilder(BibRecord record) {
        this.titles = record.titles();
        this.contributors = record.contributors();
        this.subjects = record.subjects();
        this.keywords = record.keywords();
        this.topics = record.topics();
        this.descriptions = record.descriptions();
        this.languages = record.languages();
        this.dates = record.dates();
        this.year = record.year();
        this.identifiers = record.identifiers();
        this.publishers = record.publishers();
        this.publishedIn = record.publishedIn();
        this.partOf = record.partOf();
        this.series = record.series();
        this.editions = record.editions();
        this.extents = record.extents();
        this.audiences = record.audiences();
        this.grades = record.grades();
        this.level = record.level();
        this.age = record.age();
        this.places = record.places();
        this.rights = record.rights();
        this.licence = record.licence();
        this.callNumbers = record.callNumbers();
        this.held = record.held();
        this.types = record.types();
        this.participation = record.participation();
        this.kind = record.kind();
        this.access = record.access();
        this.links = record.links();
        this.origins = record.origins();
    }

    public BibRecordBuilder contributors(List<Contributor> value) {
        contributors = value;
        return this;
    }

    public BibRecordBuilder subjects(List<Value> value) {
        subjects = value;
        return this;
    }

    public BibRecordBuilder keywords(List<Value> value) {
        keywords = value;
        return this;
    }

    public BibRecordBuilder topics(List<String> value) {
        topics = value;
        return this;
    }

    public BibRecordBuilder descriptions(List<Value> value) {
        descriptions = value;
        return this;
    }

    public BibRecordBuilder languages(List<String> value) {
        languages = value;
        return this;
    }

    public BibRecordBuilder dates(List<Value> value) {
        dates = value;
        return this;
    }

    public BibRecordBuilder year(int value) {
        year = value;
        return this;
    }

    public BibRecordBuilder identifiers(List<Identifier> value) {
        identifiers = value;
        return this;
    }

    public BibRecordBuilder publishers(List<Value> value) {
        publishers = value;
        return this;
    }

    public BibRecordBuilder publishedIn(List<Value> value) {
        publishedIn = value;
        return this;
    }

    public BibRecordBuilder partOf(List<Host> value) {
        partOf = value;
        return this;
    }

    public BibRecordBuilder series(List<Host> value) {
        series = value;
        return this;
    }

    public BibRecordBuilder editions(List<Value> value) {
        editions = value;
        return this;
    }

    public BibRecordBuilder extents(List<Value> value) {
        extents = value;
        return this;
    }

    public BibRecordBuilder audiences(List<Value> value) {
        audiences = value;
        return this;
    }

    public BibRecordBuilder grades(List<Integer> value) {
        grades = value;
        return this;
    }

    public BibRecordBuilder level(String value) {
        level = value;
        return this;
    }

    public BibRecordBuilder age(Age value) {
        age = value;
        return this;
    }

    public BibRecordBuilder places(List<Value> value) {
        places = value;
        return this;
    }

    public BibRecordBuilder rights(List<Value> value) {
        rights = value;
        return this;
    }

    public BibRecordBuilder licence(Licence value) {
        licence = value;
        return this;
    }

    public BibRecordBuilder callNumbers(List<Value> value) {
        callNumbers = value;
        return this;
    }

    public BibRecordBuilder held(List<Held> value) {
        held = value;
        return this;
    }

    public BibRecordBuilder types(List<Value> value) {
        types = value;
        return this;
    }

    public BibRecordBuilder participation(Participation value) {
        participation = value;
        return this;
    }

    public BibRecordBuilder kind(ResourceKind value) {
        kind = value;
        return this;
    }

    public BibRecordBuilder access(String value) {
        access = value;
        return this;
    }

    public BibRecordBuilder links(List<String> value) {
        links = value;
        return this;
    }

    public BibRecordBuilder origins(Map<String, List<String>> value) {
        origins = value;
        return this;
    }

    public BibRecord build() {
        return new BibRecord(
                titles,
                contributors,
                subjects,
                keywords,
                topics,
                descriptions,
                languages,
                dates,
                year,
                identifiers,
                publishers,
                publishedIn,
                partOf,
                series,
                editions,
                extents,
                audiences,
                grades,
                level,
                age,
                places,
                rights,
                licence,
                callNumbers,
                held,
                types,
                participation,
                kind,
                access,
                links,
                origins);
    }
}
