package kz.ortaq.engine.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The most memory that a process has had, as Linux counts it. */
public final class PeakMemory {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s*(\\d+) kB");

    private PeakMemory() {}

    /** Mebibytes of resident memory; 0 where the process is gone or the system does not tell. */
    public static long megabytes(long process) {
        try {
            String status =
                    Files.readString(Path.of("/proc", Long.toString(process), "status"), StandardCharsets.ISO_8859_1);
            Matcher peak = PEAK.matcher(status);
            return peak.find() ? Long.parseLong(peak.group(1)) >> 10 : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
