package kz.ortaq.extractor;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;

/** A program that tries what an extractor's process must not, and prints a line for each: what, and how it went. */
final class Prying {

    private Prying() {}

    private interface Attempt {
        void make() throws Exception;
    }

    /** @param arguments a local port, a file that it was given, one that it was not, and its own folder for writing */
    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Path given = Path.of(arguments[1]);
        Path other = Path.of(arguments[2]);
        Path own = Path.of(arguments[3]);
        System.out.println("held: " + System.getProperty(Confined.PROPERTY));
        attempt("tcp", () -> new Socket("127.0.0.1", port).close());
        attempt("udp", () -> send(port));
        attempt("name", () -> Files.readString(Path.of("/etc/hosts")));
        attempt("read other", () -> Files.readString(other));
        attempt("read other by link", () -> Files.readString(Files.createSymbolicLink(own.resolve("link"), other)));
        attempt("list others", () -> Files.list(other.getParent()).close());
        attempt("write other", () -> Files.writeString(other, "mine"));
        attempt("write given", () -> Files.writeString(given, "mine"));
        attempt("environment", () -> Files.readString(Path.of("/proc/self/environ")));
        attempt("helper reads other", () -> run(List.of("/bin/cat", other.toString())));
        attempt(
                "helper connects",
                () -> run(List.of(
                        "/usr/bin/perl",
                        "-MIO::Socket::INET",
                        "-e",
                        "exit(IO::Socket::INET->new('127.0.0.1:" + port + "') ? 0 : 1)")));
        attempt("read given", () -> Files.readString(given));
        attempt("write own", () -> Files.writeString(own.resolve("mine"), "mine"));
        attempt("helper reads given", () -> run(List.of("/bin/cat", given.toString())));
        attempt("digest", () -> MessageDigest.getInstance("SHA-256"));
        attempt("few descriptors", () -> run(List.of("/bin/sh", "-c", "test $(ulimit -Hn) -le 1024")));
        attempt("temporary file", () -> Files.createTempFile("own", ".part"));
    }

    private static void send(int port) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1], 1, InetAddress.getLoopbackAddress(), port));
        }
    }

    private static void run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("refused");
        }
    }

    private static void attempt(String what, Attempt attempt) {
        try {
            attempt.make();
            System.out.println(what + ": done");
        } catch (Exception | LinkageError | InternalError e) {
            System.out.println(what + ": refused");
        }
    }
}
