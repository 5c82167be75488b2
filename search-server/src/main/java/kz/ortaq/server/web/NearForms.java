package kz.ortaq.server.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.ortaq.analysis.KazakhCollation;
import kz.ortaq.engine.values.Place;
import kz.ortaq.records.Library;
import kz.ortaq.server.catalogue.Nearness;
import kz.ortaq.server.catalogue.Readers;
import org.jspecify.annotations.Nullable;

/** Prepares the form by which a reader says where they are. */
final class NearForms {

    private final Words words;
    private final Map<String, Library> libraries;

    NearForms(Words words, Map<String, Library> libraries) {
        this.words = words;
        this.libraries = libraries;
    }

    /** Says in words what a reader told that cannot be used. */
    static String note(Words words, Readers.Unknown unknown) {
        return switch (unknown.what()) {
            case LIBRARY -> words.of("near.unknown.library", unknown.written());
            case PLACE -> words.of("near.unknown.place", unknown.written());
            case SEVERAL ->
                words.of(
                        "near.unknown.several",
                        unknown.written(),
                        unknown.several().stream()
                                .map(place -> words.places().path(place, words.language()))
                                .collect(Collectors.joining("; ")));
            case FORM -> words.of("near.unknown.form");
        };
    }

    /** @param note what was told and cannot be used, in words; empty where there is nothing */
    NearView form(Nearness near, String back, String note) {
        Optional<Place> here = near.here();
        String highest = here.map(Place::highest).orElse("");
        String chosen =
                near.reader().library().isEmpty() ? here.map(Place::code).orElse("") : "";
        return new NearView(
                "/" + words.language().code() + NearMemory.PATH,
                where(near),
                own(near),
                choices(words.places().highest(), chosen),
                choices(highest.isEmpty() ? List.of() : words.places().under(highest), chosen),
                back,
                note);
    }

    /** The reader’s library among what can be chosen, so that sending the form as it stands keeps it. */
    private NearView.@Nullable Choice own(Nearness near) {
        Library own = libraries.get(near.reader().library());
        return own == null ? null : new NearView.Choice(NearMemory.OWN + own.id(), own.name(words.language()), true);
    }

    /** Where the reader is, in words. */
    private String where(Nearness near) {
        Library own = libraries.get(near.reader().library());
        if (own != null) {
            return words.of("near.library", own.name(words.language()));
        }
        return near.here()
                .map(place -> words.of("near.place", words.places().path(place, words.language())))
                .orElse("");
    }

    private List<NearView.Choice> choices(List<Place> places, String chosen) {
        return places.stream()
                .map(place -> new NearView.Choice(
                        place.code(), place.name(words.language()), place.code().equals(chosen)))
                .sorted(Comparator.comparing(NearView.Choice::name, new KazakhCollation()))
                .toList();
    }
}
