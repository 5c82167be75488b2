/** The sample libraries, behind endpoints like those of real ones. */
@NullMarked
package kz.ortaq.server.demo;

import org.jspecify.annotations.NullMarked;
