package kz.ortaq.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {

    @TempDir
    Path folder;

    @Test
    void hasADefaultForEverything() throws SettingsException {
        Settings settings = SettingsReader.read(folder.resolve("none.yaml"), List.of());

        assertEquals(8080, settings.server().port());
        assertEquals(Settings.Permission.DENY, settings.network().privateAddresses());
        assertEquals(List.of(), settings.network().allowed());
    }

    @Test
    void readsTheFileAndPutsSingleSettingsOnTop() throws Exception {
        Path file = write("""
                server:
                  port: 9000
                network:
                  private: allow
                  allowed: [127.0.0.1:80, "[::1]:81"]
                """);

        Settings settings = SettingsReader.read(file, List.of("server.port=9001"));

        assertEquals(9001, settings.server().port());
        assertEquals(Settings.Permission.ALLOW, settings.network().privateAddresses());
        assertEquals(List.of("127.0.0.1:80", "[::1]:81"), settings.network().allowed());
    }

    @Test
    void namesFileLineKeyFoundAndAllowedForAWrongType() throws IOException {
        String message = refusal("server:\n  host: localhost\n  port: eighty\n");

        assertTrue(message.contains("ortaq.yaml:3: server.port: found “eighty”"), message);
        assertTrue(message.contains("allowed: a whole number from 0 to 65535"), message);
    }

    @Test
    void refusesAnImpossibleValueAnUnknownKeyAndBrokenYaml() throws IOException {
        assertTrue(refusal("network:\n  private: maybe\n").contains("allowed: allow or deny"));
        assertTrue(refusal("server:\n  port: 70000\n").contains("found “70000”"));
        String unknown = refusal("server:\n  prot: 80\n");
        assertTrue(unknown.contains(":2: server.prot: there is no such setting; allowed here: server.host"), unknown);
        assertTrue(refusal("server: [\n").contains("not readable as YAML"));
        assertTrue(refusal("server:\n  port: 1\n  port: 2\n").contains("ortaq.yaml:3"));
        assertTrue(refusal("just words").contains("allowed: keys with values"));
    }

    private String refusal(String yaml) throws IOException {
        Path file = write(yaml);
        SettingsException refused = assertThrows(SettingsException.class, () -> SettingsReader.read(file, List.of()));
        return String.valueOf(refused.getMessage());
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("ortaq.yaml"), yaml);
    }
}
