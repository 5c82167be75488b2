package kz.ortaq.harvesters.marc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.ortaq.harvesters.marc.SampleMarc.marc21;
import static kz.ortaq.harvesters.marc.SampleMarc.rusmarc;
import static kz.ortaq.harvesters.marc.SampleMarc.together;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.ortaq.config.DataFolder;
import kz.ortaq.config.Language;
import kz.ortaq.config.Reason;
import kz.ortaq.config.Settings;
import kz.ortaq.harvesters.HarvestReport;
import kz.ortaq.harvesters.Harvests;
import kz.ortaq.harvesters.net.LocalServer;
import kz.ortaq.harvesters.net.Net;
import kz.ortaq.records.Counts;
import kz.ortaq.records.Library;
import kz.ortaq.records.Problem;
import kz.ortaq.records.RawRecord;
import kz.ortaq.records.RunStatus;
import kz.ortaq.records.Source;
import kz.ortaq.records.SourceKind;
import kz.ortaq.records.store.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogues' exports, harvested into a real store. */
final class MarcHarvesterTest {

    private static final byte[] ABAI = marc21("1", "Абай жолы").utf8().bytes();
    private static final byte[] KOZHA = marc21("2", "Меня зовут Кожа").utf8().bytes();
    private static final byte[] NOMADS = marc21("3", "The Nomads").bytes();

    @TempDir
    private Path folder;

    private Path data;
    private Path exports;
    private Path temporary;
    private Stores stores;
    private LocalServer server;
    private Net net;
    private byte[] served = new byte[0];

    @BeforeEach
    void open() throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        exports = Files.createDirectory(folder.resolve("exports"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
        stores = Stores.open(DataFolder.open(data), Clock.systemUTC());
        server = new LocalServer(uri -> new LocalServer.Reply(200, Map.of(), served, 0));
        net = new Net(server.settings(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        net.close();
        server.close();
    }

    @Test
    void storesWhatAFileHoldsAndSeesNothingNewInItAgain() throws Exception {
        Path file = write("export.mrc", together(ABAI, KOZHA, NOMADS));

        HarvestReport first = harvest(file.toString());
        HarvestReport second = harvest(file.toString());

        assertEquals(RunStatus.COMPLETE, first.run().status());
        assertEquals(new Counts(3, 0, 0, 0, 0, 0), first.run().counts());
        assertEquals(new Counts(0, 0, 3, 0, 0, 0), second.run().counts());
        assertEquals(List.of("1", "2", "3"), identifiers());
    }

    @Test
    void keepsTheBytesThatWereSent() throws Exception {
        byte[] sent = rusmarc("RU\\7", "Меня зовут Кожа").bytes(Charset.forName("windows-1251"));
        harvest(write("export.iso", sent).toString());

        RawRecord record = records().getFirst();

        assertArrayEquals(sent, record.original().toArray());
        assertEquals(MarcRecord.UNIMARC, record.format());
        assertTrue(record.payload().contains("Меня зовут Кожа"));
        assertEquals("record 1, byte 0", record.place());
    }

    @Test
    void deletesWhatTheExportNoLongerHolds() throws Exception {
        harvest(write("export.mrc", together(ABAI, KOZHA, NOMADS)).toString());

        HarvestReport report =
                harvest(write("export.mrc", together(NOMADS, ABAI)).toString());

        assertEquals(new Counts(0, 0, 2, 1, 0, 1), report.run().counts());
        assertEquals(List.of("1", "3"), identifiers());
    }

    @Test
    void keepsARecordThatCannotBeReadThisTime() throws Exception {
        harvest(write("export.mrc", together(ABAI, KOZHA, NOMADS)).toString());
        byte[] cut = Arrays.copyOf(KOZHA, KOZHA.length - 10);

        HarvestReport report =
                harvest(write("export.mrc", together(ABAI, cut, NOMADS)).toString());

        assertEquals(new Counts(0, 0, 2, 0, 1, 0), report.run().counts());
        assertEquals(List.of("1", "2", "3"), identifiers());
        Problem problem = report.problems().getFirst();
        assertEquals(Reason.MARC_RECORD_CUT, problem.reason());
        assertEquals("record 2, byte " + ABAI.length, problem.place());
    }

    @Test
    void keepsBothOfTwoRecordsThatShareANumberWhateverTheirOrder() throws Exception {
        byte[] other = marc21("1", "Қыз Жібек").utf8().bytes();
        harvest(write("export.mrc", together(ABAI, other, ABAI)).toString());
        List<String> before = identifiers();

        HarvestReport report =
                harvest(write("export.mrc", together(ABAI, NOMADS, other)).toString());

        assertEquals(2, before.size());
        assertTrue(before.get(1).matches("1~[0-9a-f]{12}"), before.toString());
        assertEquals(new Counts(1, 0, 2, 0, 0, 0), report.run().counts());
        assertEquals(Reason.MARC_NUMBER_REPEATED, report.problems().getFirst().reason());
    }

    @Test
    void findsARecordWithoutANumberByItsContent() throws Exception {
        byte[] one = new SampleMarc().utf8().data("245", "10", "aБірінші").bytes();
        byte[] two = new SampleMarc().utf8().data("245", "10", "aЕкінші").bytes();
        harvest(write("export.mrc", together(one, two)).toString());

        HarvestReport report = harvest(write("export.mrc", together(two, one)).toString());

        assertEquals(new Counts(0, 0, 2, 0, 0, 0), report.run().counts());
    }

    @Test
    void harvestsAFolderOfExportsAndNamesTheFileOfEachRecord() throws Exception {
        write("a.mrc", ABAI);
        write("b.txt", "#200: ^AМеня зовут Кожа\n#903: 84/К 58\n*****\n".getBytes(UTF_8));
        write("readme.txt", "Экспорт от 12 мая".getBytes(UTF_8));
        new SampleDatabase().add("#200: ^AThe Nomads").write(exports);

        HarvestReport report = harvest(exports.toString());

        assertEquals(RunStatus.COMPLETE, report.run().status());
        assertEquals(List.of("1", "84/К 58", "ibis-mfn-1"), identifiers());
        assertTrue(records().stream().anyMatch(record -> record.place().equals("a.mrc, record 1, byte 0")));
        assertEquals(
                List.of("readme.txt"),
                report.problems().stream().map(Problem::place).toList());
    }

    @Test
    void deletesNothingWhileAFileOfTheFolderCannotBeRead() throws Exception {
        write("a.mrc", ABAI);
        write("b.mrc", KOZHA);
        harvest(exports.toString());

        write("b.mrc", new byte[] {1, 2, 3});
        HarvestReport report = harvest(exports.toString());

        assertEquals(RunStatus.PARTIAL, report.run().status());
        assertEquals(List.of("1", "2"), identifiers());
        assertEquals(Reason.MARC_NOT_RECOGNISED, report.problems().getFirst().reason());
    }

    @Test
    void harvestsAnExportThatAnAddressServes() throws Exception {
        served = together(ABAI, KOZHA);

        HarvestReport report = harvest(server.address("/export.mrc"));

        assertEquals(new Counts(2, 0, 0, 0, 0, 0), report.run().counts());
        assertEquals(0, filesLeft());
    }

    @Test
    void unpacksGzipAndZip() throws Exception {
        served = Packed.gzip(ABAI);
        assertEquals(1, harvest(server.address("/export.mrc.gz")).run().counts().added());
        SampleDatabase database = new SampleDatabase().add("#200: ^AҚожа").add("#200: ^AЖоқ");
        database.delete(2);
        database.write(exports);
        served = Packed.zip(Map.of(
                "a/abai.mrc", ABAI,
                "b/IBIS.MST", Files.readAllBytes(exports.resolve("IBIS.MST")),
                "b/IBIS.XRF", Files.readAllBytes(exports.resolve("IBIS.XRF"))));

        HarvestReport report = harvest(server.address("/export.mrc.gz"));

        assertEquals(List.of("1", "ibis-mfn-1"), identifiers());
        assertEquals(RunStatus.COMPLETE, report.run().status());
        assertEquals(0, filesLeft());
    }

    @Test
    void opensNoArchiveThatHoldsMoreThanIsAllowed() throws Exception {
        served = Packed.gzip(new byte[3 << 20]);
        Settings.Harvest small =
                LocalServer.settings(List.of("harvest.export-bytes=1000000")).harvest();

        HarvestReport report = harvest(server.address("/"), small);

        assertEquals(RunStatus.FAILED, report.run().status());
        assertEquals(Reason.ARCHIVE_TOO_LARGE, report.problems().getFirst().reason());
        assertEquals(0, filesLeft());
    }

    @Test
    void saysThatAFileIsNoExport() throws Exception {
        HarvestReport report =
                harvest(write("export.mrc", "Бос файл".getBytes(UTF_8)).toString());

        assertEquals(RunStatus.FAILED, report.run().status());
        assertEquals(Reason.MARC_NOT_RECOGNISED, report.problems().getFirst().reason());
    }

    @Test
    void tellsOnceThatAFileMisstatesItsCharset() throws Exception {
        byte[] file = together(
                marc21("1", "Меня зовут Кожа").bytes(Charset.forName("windows-1251")),
                marc21("2", "Повесть о школьнике").bytes(Charset.forName("windows-1251")));

        HarvestReport report = harvest(write("export.mrc", file).toString());

        assertEquals(1, report.problems().size());
        assertEquals(
                Reason.MARC_CHARSET_UNDECLARED, report.problems().getFirst().reason());
        assertEquals("windows-1251 (2)", report.problems().getFirst().value());
    }

    private HarvestReport harvest(String address) throws Exception {
        return harvest(address, server.settings().harvest());
    }

    private HarvestReport harvest(String address, Settings.Harvest limits) throws Exception {
        Source source = new Source("mektep", "mektep", SourceKind.MARC, address, Map.of(), Source.State.ACTIVE);
        stores.registry().save(new Library("mektep", Map.of(Language.KK, "Мектеп"), "", "", ""));
        stores.registry().save(source);
        MarcHarvester harvester = new MarcHarvester(net, stores, temporary, limits);
        return new Harvests(stores, Map.of(SourceKind.MARC, harvester)).harvest(source, counts -> {});
    }

    private List<RawRecord> records() {
        List<RawRecord> records = new ArrayList<>();
        stores.records().forEach("mektep", record -> {
            if (!record.raw().deleted()) {
                records.add(record.raw());
            }
        });
        return records;
    }

    private List<String> identifiers() {
        return records().stream()
                .map(record -> record.id().identifier())
                .sorted()
                .toList();
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(exports.resolve(name), content);
    }

    private long filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.count();
        }
    }
}
