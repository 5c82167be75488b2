/** A look at what an address or a file holds, before anybody registers it. */
@NullMarked
package kz.ortaq.harvesters.probe;

import org.jspecify.annotations.NullMarked;
