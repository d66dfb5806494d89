package social.roost.app;

import java.util.List;
import social.roost.link.AddressGuard;
import social.roost.link.CardFetch;
import social.roost.link.LinkSettings;
import social.roost.link.PageClient;
import social.roost.link.PageFetch;
import social.roost.link.SystemResolver;
import social.roost.link.vertx.VertxPageClient;

/** Fetches the cards of links. {@link TweetFeature} shows them. */
final class LinkFeature implements Feature {
    private final boolean enabled;
    private final SystemResolver resolver;
    private final PageClient client;
    private final CardFetch fetch;

    LinkFeature(Config config, Stores stores, TweetFeature tweets) {
        LinkSettings settings = config.links();
        enabled = settings.cards();
        resolver = new SystemResolver(settings.connectDeadline());
        client = new VertxPageClient(settings);
        fetch = new CardFetch(
                tweets.tweets,
                stores.tweets().cards(),
                tweets.cards,
                new PageFetch(
                        new AddressGuard(resolver, settings.networks(), settings.portNumbers()),
                        client,
                        settings.deadline(),
                        settings.redirects()),
                stores.infrastructure().clock());
    }

    @Override
    public List<ConsumerGroup> consumerGroups() {
        return enabled ? List.of(new ConsumerGroup("link-cards", Role.TWEETS, fetch)) : List.of();
    }

    @Override
    public void close() {
        resolver.close();
        client.close();
    }
}
