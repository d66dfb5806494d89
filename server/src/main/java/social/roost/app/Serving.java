package social.roost.app;

/** A process that serves requests, until it is closed. */
sealed interface Serving extends AutoCloseable permits Server, GatewayServer, Demo {

    /**
     * Starts to serve.
     *
     * @return the port
     * @throws StartupException if the address is not available
     */
    int listen();

    boolean isReady();

    /** Waits until it is closed, or this thread is interrupted. */
    void awaitClose();

    /** Lets requests in progress finish, then stops. */
    @Override
    void close();
}
