package kz.ortaq.engine.crosswalk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.ortaq.config.Reason;
import kz.ortaq.engine.values.TextbookParts;
import kz.ortaq.records.BibRecord;
import kz.ortaq.records.Problem;
import kz.ortaq.records.ResourceKind;
import kz.ortaq.records.Severity;
import kz.ortaq.records.Stage;

/** Gathers the values of one record, drops repeats and bounds lengths. */
final class RecordBuilder {

    private static final int LONGEST = 20_000;
    private static final int MOST = 500;
    private static final int MOST_HOSTS = 50;

    private final Vocabulary vocabulary;
    private final String identifier;
    private final Map<String, List<BibRecord.Value>> values = new LinkedHashMap<>();
    private final List<BibRecord.Contributor> contributors = new ArrayList<>();
    private final Identifiers identifiers =
            new Identifiers(MOST, (value, number) -> warn(Reason.ISBN_WRONG, value.from(), number));
    private final List<BibRecord.Host> partOf = new ArrayList<>();
    private final List<BibRecord.Host> series = new ArrayList<>();
    private final List<BibRecord.Held> held = new ArrayList<>();
    private final List<BibRecord.Value> links = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    RecordBuilder(Vocabulary vocabulary, String identifier) {
        this.vocabulary = vocabulary;
        this.identifier = identifier;
    }

    /** Adds a value to a part of the record; what the part is decides what becomes of it. */
    void add(String to, String as, BibRecord.Value value) {
        if (value.text().isBlank()) {
            return;
        }
        BibRecord.Value bounded =
                new BibRecord.Value(bounded(value.text(), value.from()), value.language(), value.from());
        switch (to) {
            case RecordParts.CONTRIBUTOR -> addContributor(as, bounded);
            case "identifier" -> addIdentifier(as, bounded);
            case "link" -> addLink(bounded);
            case "subject", "keyword" -> addSubject(to, bounded);
            case RecordParts.PART_OF -> addHost(partOf, bounded);
            case RecordParts.SERIES -> addHost(series, bounded);
            default -> addValue(to, bounded);
        }
    }

    /** Adds what has parts of its own: a host with its number and pages, a name with the given name. */
    void add(String to, String as, Map<String, String> parts, BibRecord.Value value) {
        Map<String, String> bounded = new LinkedHashMap<>();
        parts.forEach((part, text) -> bounded.put(part, bounded(text, value.from())));
        switch (to) {
            case RecordParts.PART_OF -> Hosts.add(partOf, Hosts.of(bounded, value.from()), MOST_HOSTS);
            case RecordParts.SERIES -> Hosts.add(series, Hosts.of(bounded, value.from()), MOST_HOSTS);
            case RecordParts.HELD -> addHeld(bounded, value.from());
            case RecordParts.CONTRIBUTOR ->
                add(to, as, new BibRecord.Value(joined(bounded, "name", ", ", "given"), "", value.from()));
            default -> {
                String title = joined(bounded, "title", " : ", "rest");
                String article = bounded.getOrDefault("article", "");
                String text = article.isEmpty() || article.endsWith("'") ? article + title : article + " " + title;
                add(to, as, new BibRecord.Value(text, value.language(), value.from()));
            }
        }
    }

    private static String joined(Map<String, String> parts, String first, String between, String second) {
        String one = parts.getOrDefault(first, "");
        String other = parts.getOrDefault(second, "");
        return one.isEmpty() || other.isEmpty() ? one + other : one + between + other;
    }

    private String bounded(String text, String from) {
        if (text.length() <= LONGEST) {
            return text;
        }
        warn(Reason.FIELD_TOO_LONG, from, String.valueOf(text.length()));
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Says what of the record needs mending though it is taken. */
    void warn(Reason reason, String place, String value) {
        problems.add(new Problem(reason, Severity.WARNING, Stage.CROSSWALK, identifier, place, value));
    }

    boolean hasTitle() {
        return has(RecordParts.TITLE);
    }

    /** Whether a part has been filled. */
    boolean has(String part) {
        return switch (part) {
            case RecordParts.CONTRIBUTOR -> !contributors.isEmpty();
            case "identifier" -> !identifiers.all().isEmpty();
            case "link" -> !links.isEmpty();
            case RecordParts.PART_OF -> !partOf.isEmpty();
            case RecordParts.SERIES -> !series.isEmpty();
            case RecordParts.HELD -> !held.isEmpty();
            default -> values.containsKey(part);
        };
    }

    /** The record, its letters mended where it was read in a wrong charset: all that it says decides together. */
    Crosswalk.Mapped build(ResourceKind otherwise, String accessOtherwise) {
        MendedLetters letters = MendedLetters.of(
                values,
                contributors,
                Stream.concat(partOf.stream(), series.stream()).toList());
        values.putAll(letters.values(values));
        List<BibRecord.Contributor> names = letters.contributors(contributors);
        List<BibRecord.Host> hosts = letters.hosts(partOf);
        List<BibRecord.Host> lines = letters.hosts(series);
        letters.from()
                .ifPresent(from -> problems.add(new Problem(
                        Reason.LETTERS_MENDED, Severity.INFO, Stage.CROSSWALK, identifier, from, letters.example())));
        nameAfterHost(hosts);
        Understood understood = new Understood(vocabulary, this::list, identifiers.all());
        return new Crosswalk.Mapped(
                understood
                        .add(BibRecord.titled(list(RecordParts.TITLE)), otherwise, accessOtherwise, links)
                        .contributors(names)
                        .subjects(list("subject"))
                        .keywords(list("keyword"))
                        .descriptions(list("description"))
                        .dates(list("date"))
                        .identifiers(identifiers.all())
                        .publishers(list("publisher"))
                        .publishedIn(list("published-in"))
                        .partOf(hosts)
                        .series(lines)
                        .editions(list("edition"))
                        .extents(list("extent"))
                        .audiences(list("audience"))
                        .places(list("place"))
                        .rights(list("rights"))
                        .callNumbers(list("call-number"))
                        .held(held)
                        .types(list("type"))
                        .build(),
                problems);
    }

    /** A volume or issue whose own title says no more than its number is called by what it belongs to as well. */
    private void nameAfterHost(List<BibRecord.Host> hosts) {
        List<BibRecord.Value> titles = list(RecordParts.TITLE);
        BibRecord.Value own = titles.getFirst();
        if (!TextbookParts.isPartAlone(own.text())) {
            return;
        }
        hosts.stream().filter(host -> !host.title().isEmpty()).findFirst().ifPresent(host -> {
            List<BibRecord.Value> named = new ArrayList<>(titles);
            named.set(
                    0,
                    new BibRecord.Value(
                            host.title() + ". " + own.text(), own.language(), host.from() + " + " + own.from()));
            values.put(RecordParts.TITLE, named);
        });
    }

    private void addValue(String to, BibRecord.Value value) {
        List<BibRecord.Value> list = values.computeIfAbsent(to, part -> new ArrayList<>());
        if (list.size() < MOST && list.stream().noneMatch(other -> other.text().equals(value.text()))) {
            list.add(value);
        }
    }

    private void addContributor(String role, BibRecord.Value value) {
        if (contributors.size() < MOST
                && contributors.stream().noneMatch(other -> other.name().equals(value.text()))) {
            contributors.add(new BibRecord.Contributor(value.text(), role, value.from()));
        }
    }

    private void addIdentifier(String scheme, BibRecord.Value value) {
        addLink(value);
        identifiers.add(scheme, value);
    }

    private void addSubject(String to, BibRecord.Value value) {
        if (!identifiers.addClass(value)) {
            addValue(to, value);
        }
    }

    /** What a thing was made from may be an address: that leads somewhere, and names nothing. */
    private void addHost(List<BibRecord.Host> hosts, BibRecord.Value value) {
        if (Identifiers.isLink(value.text())) {
            addLink(value);
        } else {
            Hosts.add(hosts, Hosts.of(value), MOST_HOSTS);
        }
    }

    private void addHeld(Map<String, String> parts, String from) {
        BibRecord.Held copies = new BibRecord.Held(
                parts.getOrDefault("library", ""),
                parts.getOrDefault("call-number", ""),
                parts.getOrDefault("copies", ""),
                from);
        boolean says = !copies.library().isEmpty()
                || !copies.callNumber().isEmpty()
                || !copies.copies().isEmpty();
        if (says && held.size() < MOST) {
            held.add(copies);
        }
        if (!copies.callNumber().isEmpty()) {
            addValue("call-number", new BibRecord.Value(copies.callNumber(), "", from));
        }
    }

    private void addLink(BibRecord.Value value) {
        if (Identifiers.isLink(value.text())
                && links.size() < MOST
                && links.stream().noneMatch(other -> other.text().equals(value.text()))) {
            links.add(value);
        }
    }

    private List<BibRecord.Value> list(String part) {
        return values.getOrDefault(part, List.of());
    }
}
