/** Ortaq's program: reads settings, wires the parts together, and hands over to a command. */
@NullMarked
package kz.ortaq.server;

import org.jspecify.annotations.NullMarked;
