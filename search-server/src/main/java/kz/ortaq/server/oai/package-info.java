/** Our own OAI-PMH endpoint, for those who harvest on. */
@NullMarked
package kz.ortaq.server.oai;

import org.jspecify.annotations.NullMarked;
