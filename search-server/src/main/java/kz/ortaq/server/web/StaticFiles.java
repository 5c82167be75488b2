package kz.ortaq.server.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.ortaq.records.RecordId;

/** The files that pages refer to, each under an address that changes with its content, so that it can be kept for ever. */
final class StaticFiles {

    private static final int HASH = 12;

    private final Map<String, File> byPath = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();

    record File(String type, byte[] content) {}

    StaticFiles() {
        add("style.css", "text/css;charset=utf-8");
        add("suggest.js", "text/javascript;charset=utf-8");
        add("icon.svg", "image/svg+xml");
    }

    /** The address of a file by its name. */
    String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalStateException("the pages have no file " + name);
        }
        return address;
    }

    Optional<File> find(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    private void add(String name, String type) {
        try (InputStream in = StaticFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            byte[] content = in.readAllBytes();
            int dot = name.lastIndexOf('.');
            String path = "/static/" + name.substring(0, dot) + '-'
                    + RecordId.hash(content).substring(0, HASH) + name.substring(dot);
            byPath.put(path, new File(type, content));
            addresses.put(name, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
