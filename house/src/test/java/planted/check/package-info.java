/** Violations planted for the rules of the house to find. */
@NullMarked
package planted.check;

import org.jspecify.annotations.NullMarked;
