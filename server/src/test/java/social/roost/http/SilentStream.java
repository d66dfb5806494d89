package social.roost.http;

/** A stream without events. */
public final class SilentStream implements EventStream.Listener {
    @Override
    public void opened(EventStream stream) {}

    @Override
    public void received(String message) {}

    @Override
    public void drained() {}

    @Override
    public void closed() {}
}
