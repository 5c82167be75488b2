package kz.ortaq.server.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.config.Language;
import kz.ortaq.engine.query.Facet;

/** The address of a results page, from which the addresses of its neighbours are made. */
record SearchAddress(Language language, String query, Map<Facet, List<String>> filters, int page, String cursor) {

    SearchAddress {
        Map<Facet, List<String>> copy = new EnumMap<>(Facet.class);
        filters.forEach((facet, values) -> copy.put(facet, List.copyOf(values)));
        filters = copy;
    }

    /** The first page of a search without filters. */
    static SearchAddress of(Language language, String query) {
        return new SearchAddress(language, query, Map.of(), 1, "");
    }

    SearchAddress in(Language other) {
        return new SearchAddress(other, query, filters, page, cursor);
    }

    SearchAddress atPage(int number) {
        return new SearchAddress(language, query, filters, number, "");
    }

    SearchAddress after(String place) {
        return new SearchAddress(language, query, filters, 1, place);
    }

    SearchAddress with(Facet facet, String value) {
        List<String> values = new ArrayList<>(filters.getOrDefault(facet, List.of()));
        values.add(value);
        return with(facet, values);
    }

    SearchAddress without(Facet facet, String value) {
        return with(
                facet,
                filters.getOrDefault(facet, List.of()).stream()
                        .filter(chosen -> !chosen.equals(value))
                        .toList());
    }

    private SearchAddress with(Facet facet, List<String> values) {
        Map<Facet, List<String>> changed = new EnumMap<>(filters);
        changed.put(facet, values);
        return new SearchAddress(language, query, changed, 1, "");
    }

    @Override
    public String toString() {
        StringBuilder address = new StringBuilder("/" + language.code() + "/search?q=" + encode(query));
        filters.forEach((facet, values) -> values.forEach(
                value -> address.append('&').append(facet.code()).append('=').append(encode(value))));
        if (page > 1) {
            address.append("&page=").append(page);
        }
        if (!cursor.isEmpty()) {
            address.append("&cursor=").append(encode(cursor));
        }
        return address.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
