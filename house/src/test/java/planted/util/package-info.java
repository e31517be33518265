/** Violations planted for the rules of the house to find. */
@NullMarked
package planted.util;

import org.jspecify.annotations.NullMarked;
