package kz.ortaq.engine.values;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import kz.ortaq.engine.values.PersonName.Match;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PersonNameTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Әуезов М. О. | М.О. Ауэзов",
                "Әуезов М. О. | Auezov, Mukhtar",
                "Әуезов М. О. | Мұхтар Омарханұлы Әуезов",
                "Ауэзов Мухтар Омарханович | Мұхтар Омарханұлы Әуезов",
                "Әуезов, Мұхтар, 1897-1961 | Ауэзов, М. (1897-1961)",
                "Абай (Ибраһим) Құнанбайұлы | Құнанбаев А.",
                "Құнанбайұлы Абай | Кунанбаев, Абай",
                "Ахмет Байтұрсынұлы | Байтұрсынов А.",
                "Ы.Алтынсарин | Алтынсарин Ыбырай",
                "Zhansugirov, Ilyas | Жансүгіров І.",
                "Austen, Jane, 1775-1817. | Jane Austen",
                "Browning, E. B. | Browning, Elizabeth Barrett,",
                "«Мектеп» баспасы | Мектеп баспасы",
                "Мағжан Жұмабай | Жұмабай Мағжан",
                "Liu, Shaoji | Liu S.",
                "Liu, Shaoji | Sh. Liu",
                "Guelich, Scott | Guelich, S.",
                "Fernández Mosquera, Santiago | S. Fernández Mosquera",
                "García Márquez, Gabriel | Gabriel García Márquez",
                "Салтыков-Щедрин, Михаил Евграфович | Салтыков-Щедрин М. Е.",
                "Юнович, С.М. | Yunovich, S.M."
            })
    void matchesOneBearerWhateverTheSpelling(String one, String other) {
        assertEquals(Match.YES, PersonName.parse(one).matches(PersonName.parse(other)));
        assertEquals(Match.YES, PersonName.parse(other).matches(PersonName.parse(one)));
        assertTrue(meet(one, other), "their keys meet");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Әуезов М. О. | Әуезов С. О.",
                "Әуезов М. О. | Әуезов М. А.",
                "Ахметов А. | Ахметова А.",
                "Иванов Иван Петрович | Иванов Игорь Петрович",
                "Иванов И. П., 1900-1970 | Иванов И. П., 1955-",
                "Кенжебаев Б. | Кенжебеков Б.",
                "Fernández Mosquera, Santiago | Fernández Mosquera, Luis",
                "Петров-Водкин, К. С. | Петров-Водкин, И.",
                "Liu, Shaoji | Liu W.",
                "«Мектеп» баспасы | Мектепов М."
            })
    void keepsOthersApart(String one, String other) {
        assertEquals(Match.NO, PersonName.parse(one).matches(PersonName.parse(other)));
        assertEquals(Match.NO, PersonName.parse(other).matches(PersonName.parse(one)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Әуезов | Әуезов М. О.", "Auezov | Ауэзов Мухтар", "Fernández Mosquera, Santiago | Mosquera S."})
    void doubtsWhereANameSaysTooLittle(String one, String other) {
        assertEquals(Match.PERHAPS, PersonName.parse(one).matches(PersonName.parse(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"''", "' , , '", ".", "[]", "1897-1961", "((((((", "?"})
    void readsWhatIsNoNameWithoutHarm(String text) {
        assertEquals(text, PersonName.parse(text).written());
        assertFalse(PersonName.parse("Әуезов М.").matches(PersonName.parse(text)) == Match.YES);
    }

    private static boolean meet(String one, String other) {
        Set<String> keys = new HashSet<>(PersonName.parse(one).keys());
        keys.retainAll(PersonName.parse(other).keys());
        return !keys.isEmpty();
    }
}
