package kz.ortaq.server.catalogue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.ortaq.records.Library;
import kz.ortaq.records.Source;
import kz.ortaq.records.store.Registry;

/**
 * The libraries that are registered and their sources, read anew only where that changed: a reader waits for them, and
 * there may be thousands. Safe for use by many threads.
 */
final class Registered {

    private final Registry registry;
    private volatile Known known = new Known(-1, Map.of(), Map.of(), new RequestLinks(Map.of()));

    Registered(Registry registry) {
        this.registry = registry;
    }

    /**
     * What is registered.
     *
     * @param libraries by id, in that order
     * @param sources the ids of the sources of each library
     */
    record Known(
            long version, Map<String, Library> libraries, Map<String, List<String>> sources, RequestLinks requests) {}

    Known now() {
        // What changes while it is read is read again the next time.
        long version = registry.version();
        Known now = known;
        if (now.version() != version) {
            now = read(version);
            known = now;
        }
        return now;
    }

    private Known read(long version) {
        Map<String, Library> libraries = new LinkedHashMap<>();
        registry.libraries().forEach(library -> libraries.put(library.id(), library));
        Map<String, List<String>> sources = new HashMap<>();
        Map<String, String> templates = new HashMap<>();
        for (Source source : registry.sources()) {
            sources.computeIfAbsent(source.library(), library -> new ArrayList<>())
                    .add(source.id());
            if (source.options().containsKey(Source.REQUEST)) {
                templates.put(source.id(), source.option(Source.REQUEST, ""));
            }
        }
        return new Known(
                version, Collections.unmodifiableMap(libraries), Map.copyOf(sources), new RequestLinks(templates));
    }
}
