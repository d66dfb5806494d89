package social.roost.base;

import org.jspecify.annotations.Nullable;

/** A dependency of this process, a store or another role, does not respond; the caller may retry later. */
public final class UnavailableException extends RuntimeException {
    private final String dependency;

    /**
     * @param dependency its name, safe to show
     */
    public UnavailableException(String dependency, @Nullable Throwable cause) {
        super(dependency + " is not available", cause);
        this.dependency = dependency;
    }

    public String dependency() {
        return dependency;
    }
}
