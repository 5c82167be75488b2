package kz.ortaq.letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Kz1048Test {

    /** Where KZ-1048 differs from windows-1251, by the table that Unicode publishes. */
    private static final int[][] OWN = {
        {0x8D, 0x049A}, {0x8E, 0x04BA}, {0x9D, 0x049B}, {0x9E, 0x04BB}, {0xA1, 0x04B0}, {0xA2, 0x04B1},
        {0xA3, 0x04D8}, {0xA5, 0x04E8}, {0xAA, 0x0492}, {0xAF, 0x04AE}, {0xB4, 0x04E9}, {0xBA, 0x0493},
        {0xBC, 0x04D9}, {0xBD, 0x04A2}, {0xBE, 0x04A3}, {0xBF, 0x04AF},
    };

    @ParameterizedTest
    @ValueSource(strings = {"KZ-1048", "kz-1048", "STRK1048-2002", "RK1048", "csKZ1048"})
    void isFoundByAllItsNames(String name) {
        assertSame(Kz1048.CHARSET, Charset.forName(name));
    }

    @Test
    void readsAndWritesEveryByte() throws Exception {
        Charset russian = Charset.forName("windows-1251");
        for (int value = 0; value < 256; value++) {
            byte[] one = {(byte) value};
            String expected = new String(one, russian);
            for (int[] own : OWN) {
                expected = own[0] == value ? Character.toString(own[1]) : expected;
            }
            if (value == 0x98) {
                assertThrows(
                        CharacterCodingException.class,
                        () -> Kz1048.CHARSET.newDecoder().decode(ByteBuffer.wrap(one)));
                continue;
            }

            assertEquals(
                    expected,
                    Kz1048.CHARSET.newDecoder().decode(ByteBuffer.wrap(one)).toString());
            assertEquals(ByteBuffer.wrap(one), Kz1048.CHARSET.newEncoder().encode(CharBuffer.wrap(expected)), expected);
        }
    }

    @Test
    void writesNothingThatItDoesNotHave() {
        for (String foreign : new String[] {"ї", "ћ", "é", "漢", "😀", "\uD800", "\uFFFD"}) {
            assertFalse(Kz1048.CHARSET.newEncoder().canEncode(foreign), foreign);
        }
        assertEquals("Әлем?", new String("Әлем😀".getBytes(Kz1048.CHARSET), Kz1048.CHARSET));
    }

    @Test
    void readsLongTextsThroughSmallBuffers() {
        String text = "Қазақстан Республикасының Ұлттық кітапханасы. ".repeat(2_000);

        assertEquals(text, new String(text.getBytes(Kz1048.CHARSET), Kz1048.CHARSET));
    }
}
