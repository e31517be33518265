/** Violations planted for the rules of the house to find. */
@NullMarked
package planted.runner;

import org.jspecify.annotations.NullMarked;
