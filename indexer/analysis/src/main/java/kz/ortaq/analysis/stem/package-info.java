/** The Kazakh stemmer: an automaton over endings, a lexicon as its guard, and the choice between what both allow. */
@NullMarked
package kz.ortaq.analysis.stem;

import org.jspecify.annotations.NullMarked;
