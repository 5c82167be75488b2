/** The student pages, in Kazakh, Russian and English, without JavaScript. */
@NullMarked
package kz.ortaq.server.web;

import org.jspecify.annotations.NullMarked;
