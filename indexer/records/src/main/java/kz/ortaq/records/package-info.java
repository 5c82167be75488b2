/** The nouns of Ortaq: what every other part speaks about. Immutable, without storage or network. */
@NullMarked
package kz.ortaq.records;

import org.jspecify.annotations.NullMarked;
