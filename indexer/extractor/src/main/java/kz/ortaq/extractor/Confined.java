package kz.ortaq.extractor;

import java.io.File;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The first moment of an extractor's process: gives up the network, and all files but programs, what is handed over
 * and a folder of its own, and becomes the program that reads documents. What holds it came from the system, and what
 * runs within cannot take it off.
 *
 * <p>Arguments: the process's folder, with {@code in} to read from and {@code tmp} to write to; the folders of
 * programs, divided by the system's path separator; how many bytes one file may grow to; then the command, whose first
 * word is a path. The program learns in the property {@code ortaq.confined} what holds it: {@code files},
 * {@code network}.
 */
public final class Confined {

    /** The system property that names what holds the process. */
    static final String PROPERTY = "ortaq.confined";

    // Of each, what exists is granted: where loaders, fonts and the data of helper programs lie.
    private static final List<String> PROGRAMS =
            List.of("/usr", "/lib", "/lib64", "/lib32", "/bin", "/opt/homebrew", "/nix/store", "/gnu/store");
    private static final List<String> READ = List.of(
            "/etc/ld.so.cache",
            "/etc/ld-musl-x86_64.path",
            "/etc/ld-musl-aarch64.path",
            "/etc/ld-musl-riscv64.path",
            "/etc/fonts",
            "/etc/localtime",
            "/dev/urandom",
            "/dev/random");
    private static final List<String> DEVICES = List.of("/dev/null");
    private static final int RLIMIT_FSIZE = 1;
    private static final int RLIMIT_CORE = 4;
    private static final int RLIMIT_NOFILE = 7;
    // Without /proc, whoever starts a program closes every descriptor there could be, one by one.
    private static final int MOST_FILES = 1024;

    private Confined() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        List<String> command = new ArrayList<>(List.of(arguments).subList(3, arguments.length));
        try (Arena memory = Arena.ofConfined()) {
            var libc = new Libc(memory);
            libc.limit(RLIMIT_CORE, 0);
            libc.limit(RLIMIT_NOFILE, MOST_FILES);
            libc.limit(RLIMIT_FSIZE, Long.parseLong(arguments[2]));
            command.add(1, "-D" + PROPERTY + "=" + String.join("+", confine(libc, folder, arguments[1])));
            libc.become(command);
        }
        System.err.println("The system does not run " + command.getFirst());
        Runtime.getRuntime().halt(1);
    }

    private static List<String> confine(Libc libc, Path folder, String programs) {
        List<String> held = new ArrayList<>();
        var network = new NoNetwork(libc);
        if (!network.withoutNewPrivileges()) {
            return held;
        }
        Stream<String> ours = Stream.of(programs.split(File.pathSeparator));
        List<Path> run = Stream.concat(PROGRAMS.stream(), ours).map(Path::of).toList();
        List<Path> read = new ArrayList<>(READ.stream().map(Path::of).toList());
        read.add(folder.resolve("in"));
        read.addAll(LinkedFiles.outsideOf(Path.of(System.getProperty("java.home"))));
        Stream<Path> keep = Stream.concat(DEVICES.stream().map(Path::of), Stream.of(folder.resolve("tmp")));
        if (new Landlock(libc).confine(run, read, keep.toList())) {
            held.add("files");
        }
        if (network.confine(System.getProperty("os.arch"))) {
            held.add("network");
        }
        return held;
    }
}
