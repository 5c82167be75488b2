package kz.ortaq.harvesters.marc;

import static kz.ortaq.harvesters.marc.SampleMarc.read;
import static kz.ortaq.harvesters.marc.SampleMarc.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kz.ortaq.config.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases of IRBIS64 as they lie on a library's disk. */
final class MasterFileReaderTest {

    @TempDir
    private Path folder;

    private final SampleDatabase database = new SampleDatabase();

    @Test
    void readsRecordsByTheirNumbers() throws Exception {
        database.add("#200: ^AАбай жолы", "#920: PAZK")
                .add("#200: ^AМеня зовут Кожа")
                .add("#200: ^AThe Nomads");

        List<Item> items = items();

        assertEquals(
                List.of("#200: ^AАбай жолы\n#920: PAZK\n", "#200: ^AМеня зовут Кожа\n", "#200: ^AThe Nomads\n"),
                read(items).stream().map(Item.Read::payload).toList());
        assertEquals("ibis-mfn-2", read(items).get(1).number());
        assertEquals("MFN 1, byte 36", items.getFirst().place());
    }

    @Test
    void tellsWhatTheLibraryDeleted() throws Exception {
        database.add("#200: ^AАбай жолы").add("#200: ^AЖойылған").add("#200: ^AThe Nomads");
        database.delete(2);

        List<Item> items = items();

        assertEquals(
                List.of(false, true, false),
                read(items).stream().map(Item.Read::deleted).toList());
        assertEquals("ibis-mfn-2", read(items).get(1).number());
    }

    @Test
    void readsTheNewestVersionOfARecord() throws Exception {
        database.add("#200: ^AАбай").add("#200: ^AҚожа");
        database.replace(1, "#200: ^AАбай жолы");

        assertEquals("#200: ^AАбай жолы\n", read(items()).getFirst().payload());
    }

    @Test
    void doesWithoutACrossReferenceAndSaysSo() throws Exception {
        database.add("#200: ^AАбай").add("#200: ^AҚожа");
        database.replace(1, "#200: ^AАбай жолы");
        database.write(folder);
        Files.delete(folder.resolve("IBIS.XRF"));

        List<Item> items = SampleMarc.items(export().reader());

        assertEquals(Reason.IRBIS_XRF_BROKEN, ((Item.Remark) items.getFirst()).reason());
        assertEquals(
                List.of("#200: ^AАбай жолы\n", "#200: ^AҚожа\n"),
                read(items).stream().map(Item.Read::payload).toList());
    }

    @Test
    void doesWithoutACrossReferenceThatPointsElsewhere() throws Exception {
        database.add("#200: ^AАбай").add("#200: ^AҚожа");
        database.write(folder);
        byte[] xrf = Files.readAllBytes(folder.resolve("IBIS.XRF"));
        xrf[3] += 5;
        Files.write(folder.resolve("IBIS.XRF"), xrf);

        List<Item> items = SampleMarc.items(export().reader());

        assertEquals(Reason.IRBIS_XRF_BROKEN, ((Item.Remark) items.getFirst()).reason());
        assertEquals(2, read(items).size());
    }

    @Test
    void rejectsARecordThatIsCutAndReadsTheOthers() throws Exception {
        database.add("#200: ^AАбай").add("#200: ^AҚожа");
        database.write(folder);
        byte[] master = Files.readAllBytes(folder.resolve("IBIS.MST"));
        Files.write(folder.resolve("IBIS.MST"), Arrays.copyOf(master, master.length - 4));

        List<Item> items = SampleMarc.items(export().reader());

        assertEquals(1, read(items).size());
        assertEquals(Reason.MARC_RECORD_CUT, refused(items).getFirst().reason());
        assertTrue(refused(items).getFirst().place().startsWith("MFN 2, byte "));
    }

    @Test
    void leavesOutAFieldThatPointsOutOfItsRecord() throws Exception {
        database.add("#200: ^AАбай", "#610: роман");
        database.write(folder);
        byte[] master = Files.readAllBytes(folder.resolve("IBIS.MST"));
        master[MasterFile.CONTROL + MasterFile.LEADER + MasterFile.ENTRY + 6] = 1; // 256 bytes behind where it is
        Files.write(folder.resolve("IBIS.MST"), master);

        Item.Read item = read(SampleMarc.items(export().reader())).getFirst();

        assertEquals("#200: ^AАбай\n", item.payload());
        assertEquals(List.of(Reason.MARC_DIRECTORY_WRONG), SampleMarc.reasons(item));
    }

    @Test
    void noDamageStopsIt() throws Exception {
        database.add("#200: ^AАбай").add("#200: ^AҚожа").add("#200: ^ANomads");
        database.write(folder);
        byte[] master = Files.readAllBytes(folder.resolve("IBIS.MST"));
        long seed = System.nanoTime();
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < 300; i++) {
            byte[] damaged = master.clone();
            for (int j = 0; j < 6; j++) {
                damaged[MasterFile.CONTROL + random.nextInt(damaged.length - MasterFile.CONTROL)] =
                        (byte) random.nextInt(256);
            }
            Files.write(folder.resolve("IBIS.MST"), damaged);

            List<Item> items = SampleMarc.items(new MasterFileReader(
                    folder.resolve("IBIS.MST"), "ibis", java.util.Optional.empty(), 9_000, Majority.UNKNOWN));

            assertFalse(items.isEmpty(), "seed " + seed);
        }
    }

    private List<Item> items() throws IOException {
        database.write(folder);
        return SampleMarc.items(export().reader());
    }

    private MarcExport export() throws IOException {
        return MarcExport.of(folder.resolve("IBIS.MST"), "data/IBIS.MST", 9_000).orElseThrow();
    }
}
