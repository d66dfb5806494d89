package social.roost.ranking;

/**
 * How a user wants the home timeline.
 *
 * @param remembersSeen whether tweets that the user has seen are remembered for two days, so that they sink
 */
public record HomeChoice(Order order, boolean remembersSeen) {
    public static final HomeChoice DEFAULT = new HomeChoice(Order.LATEST, true);
}
