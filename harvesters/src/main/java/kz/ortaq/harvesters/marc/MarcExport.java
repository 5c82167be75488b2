package kz.ortaq.harvesters.marc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file of a catalogue's export, and how it is to be read.
 *
 * @param file where it lies
 * @param name the name that a person knows it by
 * @param majority what most of it is written in
 */
record MarcExport(Path file, String name, MarcForm form, Majority majority, int largest) {

    // Tags and entities make MARCXML about three times as long as what it holds.
    private static final int XML_FACTOR = 4;

    /**
     * Recognises a file and looks at its first records; empty where it is no export.
     *
     * @param largest how many bytes a record may have
     */
    static Optional<MarcExport> of(Path file, String name, int largest) throws IOException {
        Optional<MarcForm> form = MarcForm.of(file);
        if (form.isEmpty()) {
            return Optional.empty();
        }
        MarcExport unknown = new MarcExport(file, name, form.get(), Majority.UNKNOWN, largest);
        return Optional.of(new MarcExport(file, name, form.get(), Majority.of(unknown.reader()), largest));
    }

    /** Reads the file from its start. */
    ItemReader reader() throws IOException {
        return switch (form) {
            case ISO_2709 -> new Iso2709Reader(open(), largest, majority);
            case MARC_XML -> new MarcXmlReader(open(), XML_FACTOR * largest, majority);
            case LINES -> new LineRecordReader(open(), largest, new MarcLines(), majority);
            case IRBIS_TEXT -> new LineRecordReader(open(), largest, new IrbisLines(), majority);
            case IRBIS_MASTER -> new MasterFileReader(file, stem(name), crossReference(), largest, majority);
        };
    }

    private InputStream open() throws IOException {
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    /** The file beside the master file that has its name and ends in .XRF, in capital letters or small ones. */
    private Optional<Path> crossReference() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            return Optional.empty();
        }
        String wanted = stem(String.valueOf(file.getFileName())) + ".xrf";
        try (Stream<Path> beside = Files.list(folder)) {
            return beside.filter(path -> String.valueOf(path.getFileName())
                            .toLowerCase(Locale.ROOT)
                            .equals(wanted))
                    .findFirst();
        }
    }

    /** The last part of a path without its ending, in lower case. */
    private static String stem(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name : name.substring(0, dot);
    }
}
