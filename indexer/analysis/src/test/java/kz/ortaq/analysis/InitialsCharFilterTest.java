package kz.ortaq.analysis;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.junit.Test;

/** A dot between letters is a space, however the text comes in. */
public final class InitialsCharFilterTest {

    @Test
    public void dividesInitialsFromNames() throws IOException {
        for (int chunk = 1; chunk < 8; chunk++) {
            assertEquals("Ы Алтынсарин", read("Ы.Алтынсарин", chunk));
            assertEquals("М О Әуезов.", read("М.О.Әуезов.", chunk));
            assertEquals("3.5 балл. Иә . .", read("3.5 балл. Иә . .", chunk));
            assertEquals("a..b", read("a..b", chunk));
            assertEquals("a.", read("a.", chunk));
            assertEquals("", read("", chunk));
        }
    }

    private static String read(String text, int chunk) throws IOException {
        StringBuilder read = new StringBuilder();
        char[] buffer = new char[chunk];
        try (Reader reader = new InitialsCharFilter(new StringReader(text))) {
            for (int n = reader.read(buffer, 0, chunk); n >= 0; n = reader.read(buffer, 0, chunk)) {
                read.append(buffer, 0, n);
            }
        }
        return read.toString();
    }
}
