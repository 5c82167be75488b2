package kz.ortaq.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KazakhCollationTest {

    private final KazakhCollation collation = new KazakhCollation();

    @Test
    void sortsByTheAlphabetOfKazakh() {
        inOrder("Абай", "Әуезов", "Баласағұн", "Гоголь", "Ғабит", "Ел", "Ёлка", "Жамбыл", "Иса", "Йод", "Кенен");
        inOrder("Кенен", "Қадыр", "Лермонтов", "Наурыз", "Ңа", "Орал", "Өскемен", "Пушкин", "Тарих", "Уақыт", "Ұлт");
        inOrder(
                "Ұлт", "Үміт", "Физика", "Хан", "Һәм", "Цирк", "Шоқан", "Щука", "Ыбырай", "Іле", "Эпос", "Юрта",
                "Яссауи");
    }

    @Test
    void putsNumbersFirstAndByTheirValueAndLatinLast() {
        inOrder(
                "2 мектеп",
                "№ 9 мектеп",
                "№10 мектеп",
                "010 мектеп-лицей",
                "Абай",
                "Яссауи",
                "Abai",
                "Ábaı",
                "Library",
                "قازاق");
    }

    @Test
    void putsAShorterNameBeforeThoseThatBeginWithIt() {
        inOrder("Қазақ", "Қазақ елі", "Қазақстан", "Қазақстан тарихы", "«Қазақстан» тарихы туралы");
    }

    @Test
    void tellsNamesApartThatDifferInCaseAndPunctuationAlone() {
        inOrder("абай", "Абай", "АБАЙ");
        assertEquals(0, collation.compare("Абай", "Абай"));
        assertTrue(collation.compare("«Абай»", "Абай") != 0);
    }

    @Test
    void ordersAnyStringsAsTheirKeysAre() {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder name = new StringBuilder();
            String letters = "аәқкіыьэя aAzйи\u0306ý0019-№ў\uD83Dق";
            random.ints(random.nextInt(12), 0, letters.length()).forEach(at -> name.append(letters.charAt(at)));
            names.add(name.toString());
        }

        names.sort(collation);

        for (int i = 1; i < names.size(); i++) {
            String left = names.get(i - 1);
            String right = names.get(i);
            assertTrue(Arrays.compareUnsigned(KazakhCollation.key(left), KazakhCollation.key(right)) <= 0);
            assertEquals(left.equals(right), collation.compare(left, right) == 0);
        }
        assertTrue(KazakhCollation.key("я".repeat(100_000)).length < 5 * KazakhCollation.LONGEST);
    }

    private void inOrder(String... names) {
        List<String> mixed = new ArrayList<>(List.of(names));
        Collections.reverse(mixed);

        mixed.sort(collation);

        assertEquals(List.of(names), mixed);
    }
}
