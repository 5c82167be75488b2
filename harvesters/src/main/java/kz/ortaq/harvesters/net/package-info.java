/** The one guard of every outgoing address, and the fetching that passes through it. */
@NullMarked
package kz.ortaq.harvesters.net;

import org.jspecify.annotations.NullMarked;
