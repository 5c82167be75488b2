package kz.ortaq.extractor.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkewTest {

    private static final int WIDTH = 1_240;
    private static final int HEIGHT = 1_754;

    @ParameterizedTest
    @ValueSource(doubles = {-4, -1, 0.5, 1, 2.5, 5})
    void findsHowFarLinesLieAskew(double degrees) {
        GreyPicture askew = lines().turned(degrees);

        assertEquals(degrees, Skew.degrees(askew), 0.11);
        assertEquals(0, Skew.degrees(Skew.straightened(askew)), 0.11);
    }

    @Test
    void leavesAStraightPageAsItIs() {
        GreyPicture straight = lines();

        assertSame(straight, Skew.straightened(straight));
    }

    @Test
    void leavesABlankPageAsItIs() {
        byte[] dots = new byte[WIDTH * HEIGHT];
        Arrays.fill(dots, (byte) 0xF0);
        var blank = new GreyPicture(WIDTH, HEIGHT, dots);

        assertSame(blank, Skew.straightened(blank));
        assertEquals(true, blank.isBlank());
        assertEquals(false, lines().isBlank());
    }

    /** Rows of short black strokes, as letters are. */
    private static GreyPicture lines() {
        byte[] dots = new byte[WIDTH * HEIGHT];
        Arrays.fill(dots, (byte) 0xFF);
        for (int top = 200; top < HEIGHT - 200; top += 36) {
            for (int down = top; down < top + 16; down++) {
                for (int across = 150; across < WIDTH - 150; across++) {
                    if (across % 11 < 4 && across / 90 % 7 != 3) {
                        dots[down * WIDTH + across] = 0;
                    }
                }
            }
        }
        return new GreyPicture(WIDTH, HEIGHT, dots);
    }
}
