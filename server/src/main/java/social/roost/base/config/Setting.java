package social.roost.base.config;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a component of a settings record a key that operators can set. A component that is itself a settings record is
 * a section and has no annotation: its name becomes the first part of the keys below it.
 *
 * <p>{@code Duration maximumAge} in the section {@code http} is {@code http.maximum-age} in YAML and flags and {@code
 * ROOST_HTTP_MAXIMUM_AGE} in the environment.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** The default, written as an operator would write it: {@code 8080}, {@code 3d}, {@code 64MiB}, {@code a, b}. */
    String value();

    /** A description for the operator, with the unit if it is not obvious. */
    String help();

    /**
     * Whether the value must never be printed. A secret {@code redis.password} can also be read from a file, which
     * {@code redis.password-file} names.
     */
    boolean secret() default false;
}
