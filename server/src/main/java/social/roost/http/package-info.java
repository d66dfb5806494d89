@NullMarked
package social.roost.http;

import org.jspecify.annotations.NullMarked;
