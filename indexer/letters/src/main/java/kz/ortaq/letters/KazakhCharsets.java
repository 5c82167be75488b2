package kz.ortaq.letters;

import java.nio.charset.Charset;
import java.nio.charset.spi.CharsetProvider;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gives the JDK the charset that it lacks, so that {@code Charset.forName("KZ-1048")} finds it. */
public final class KazakhCharsets extends CharsetProvider {

    @Override
    public Iterator<Charset> charsets() {
        return List.<Charset>of(Kz1048.CHARSET).iterator();
    }

    @Override
    public @Nullable Charset charsetForName(String name) {
        return Kz1048.CHARSET.goesBy(name.toLowerCase(Locale.ROOT)) ? Kz1048.CHARSET : null;
    }
}
