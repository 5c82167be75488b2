/** The HTTP server, and what every endpoint shares. */
@NullMarked
package kz.ortaq.server.http;

import org.jspecify.annotations.NullMarked;
