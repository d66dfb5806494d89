@NullMarked
package social.roost.graph.sql;

import org.jspecify.annotations.NullMarked;
