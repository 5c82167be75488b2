package kz.ortaq.harvesters.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import kz.ortaq.config.Reason;

/** Recognises sheet files by their content. */
final class TableFiles {

    /** Endings of names that promise a sheet. */
    static final Set<String> ENDINGS = Set.of("csv", "tsv", "tab", "xlsx", "xlsm", "xltx", "ods", "xls");

    private static final int START = 1 << 16;
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private TableFiles() {}

    /** Whether the name alone promises a sheet. */
    static boolean named(String name) {
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /**
     * The file as sheets; empty where it is something else.
     *
     * @throws SheetException where it is a sheet that cannot be read: of the old format, locked, or damaged
     */
    static Optional<TableFile> open(Path file, String name) throws IOException, SheetException, InterruptedException {
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(START);
        }
        if (start.length > 3 && start[0] == 'P' && start[1] == 'K' && start[2] == 3 && start[3] == 4) {
            return packed(file, name);
        }
        if (start.length > 3 && java.util.Arrays.equals(start, 0, 4, OLE, 0, 4)) {
            return old(start, name);
        }
        String text = new String(start, StandardCharsets.ISO_8859_1).stripLeading();
        // Some programs call a web page or an XML file .xls.
        if (text.startsWith("<") || text.startsWith("\u00EF\u00BB\u00BF<")) {
            if (named(name)) {
                boolean excel = name.toLowerCase(Locale.ROOT).endsWith(".xls");
                throw excel
                        ? new SheetException(Reason.SHEET_OLD_FORMAT, name)
                        : new SheetException(
                                Reason.SHEET_WITHOUT_HEADINGS, text.substring(0, Math.min(200, text.length())));
            }
            return Optional.empty();
        }
        Optional<CsvFile> csv = text.isEmpty() ? Optional.empty() : CsvFile.of(file);
        return csv.filter(found -> named(name) || found.convincing()).map(found -> found);
    }

    private static Optional<TableFile> packed(Path file, String name)
            throws IOException, SheetException, InterruptedException {
        try (Zipped zip = new Zipped(file)) {
            if (OdsFile.is(zip)) {
                if (OdsFile.locked(zip)) {
                    throw new SheetException(Reason.DOCUMENT_ENCRYPTED, name);
                }
                return Optional.of(new OdsFile(file));
            }
            return Optional.ofNullable(XlsxFile.of(file, zip));
        } catch (ZipException e) {
            if (named(name)) {
                throw new SheetException(Reason.SHEET_BROKEN, String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
    }

    private static Optional<TableFile> old(byte[] start, String name) throws SheetException {
        // The directory of the file names its streams in UTF-16: a locked XLSX lies in such a container too.
        String text = new String(start, StandardCharsets.UTF_16LE);
        if (text.contains("EncryptedPackage")) {
            throw new SheetException(Reason.DOCUMENT_ENCRYPTED, name);
        }
        if (named(name) || text.contains("Workbook")) {
            throw new SheetException(Reason.SHEET_OLD_FORMAT, name);
        }
        return Optional.empty();
    }
}
