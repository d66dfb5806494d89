package social.roost.driver;

import java.util.function.IntSupplier;

/**
 * The connections to one store, asked about when somebody looks.
 *
 * @param name of the store
 * @param used connections that somebody has
 * @param idle connections that nobody has
 * @param waiting who waits for one
 * @param maximum connections there may be
 */
public record Pool(String name, IntSupplier used, IntSupplier idle, IntSupplier waiting, int maximum) {}
