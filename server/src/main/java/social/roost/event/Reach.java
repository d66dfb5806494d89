package social.roost.event;

/** Who must see the effect of an {@link Event} at once. All others see it when their processes consume the event. */
public interface Reach {

    /** Whether everyone must see the effect at once, and not only the actor. */
    boolean concernsAll();

    /** The actor must see the effect at once. */
    interface Actor extends Reach {
        @Override
        default boolean concernsAll() {
            return false;
        }
    }

    /** Everyone must see the effect at once. */
    interface Everyone extends Reach {
        @Override
        default boolean concernsAll() {
            return true;
        }
    }
}
