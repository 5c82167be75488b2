/** The JSON API. */
@NullMarked
package kz.ortaq.server.api;

import org.jspecify.annotations.NullMarked;
