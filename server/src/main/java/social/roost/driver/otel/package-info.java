/** Traces by OpenTelemetry. */
@NullMarked
package social.roost.driver.otel;

import org.jspecify.annotations.NullMarked;
