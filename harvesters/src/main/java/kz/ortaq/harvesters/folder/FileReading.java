package kz.ortaq.harvesters.folder;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file, remembering whether reading them failed: whoever copies them may fail at writing as well. */
final class FileReading extends FilterInputStream {

    private boolean failed;

    FileReading(InputStream in) {
        super(in);
    }

    static FileReading of(Path file) throws IOException {
        return new FileReading(Files.newInputStream(file));
    }

    boolean failed() {
        return failed;
    }

    @Override
    public int read() throws IOException {
        try {
            return super.read();
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            failed = true;
            throw e;
        }
    }
}
