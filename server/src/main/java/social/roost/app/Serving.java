package social.roost.app;

/** A process that serves requests, until it is closed. */
sealed interface Serving extends AutoCloseable permits Server, GatewayServer {

    /**
     * Begins to serve.
     *
     * @return the port
     * @throws StartupException when it cannot listen there
     */
    int listen();

    boolean isReady();

    /** Waits until it was closed, or this thread is interrupted. */
    void awaitClose();

    /** Lets what is in progress finish, then stops. */
    @Override
    void close();
}
