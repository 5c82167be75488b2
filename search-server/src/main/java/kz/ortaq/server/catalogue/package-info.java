/** The catalogue as the API and the pages ask it. */
@NullMarked
package kz.ortaq.server.catalogue;

import org.jspecify.annotations.NullMarked;
