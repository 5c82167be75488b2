/** Settings, read once and typed, and the tables that librarians argue about. */
@NullMarked
package kz.ortaq.config;

import org.jspecify.annotations.NullMarked;
