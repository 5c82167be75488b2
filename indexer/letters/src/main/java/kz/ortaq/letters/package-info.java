/** What letters say: of bytes their charset, of a text its language, and of a broken text what it was meant to be. */
@NullMarked
package kz.ortaq.letters;

import org.jspecify.annotations.NullMarked;
