package social.roost.base;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of a longer list; null cursors where there is nothing more in that direction. */
public record Page<T>(
        List<T> items, @Nullable Cursor next, @Nullable Cursor previous) {}
