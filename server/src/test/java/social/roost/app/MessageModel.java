package social.roost.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Direct messages as plainly as possible: maps and lists. Everyone may write to everyone. */
final class MessageModel {
    private final Map<Long, Talk> talks = new TreeMap<>();

    /** A conversation. */
    static final class Talk {
        final long id;
        final boolean isPair;
        final Map<Long, Membership> members = new LinkedHashMap<>();
        final List<Said> said = new ArrayList<>();

        private Talk(long id, boolean isPair) {
            this.id = id;
            this.isPair = isPair;
        }

        Membership member(long user) {
            return Objects.requireNonNull(members.get(user));
        }

        int lastSeq() {
            return said.size();
        }
    }

    /** What a member has of a conversation. */
    static final class Membership {
        boolean admin;
        boolean accepted;
        boolean muted;
        private boolean listed;
        private long at;
        private long joined;
        private long read;
        private long cleared;
        private final Set<Long> hidden = new HashSet<>();

        private long floor() {
            return Math.max(joined, cleared);
        }
    }

    /** A message. */
    static final class Said {
        final long seq;
        final long sender;
        private final String text;
        boolean deleted;

        private Said(long seq, long sender, String text) {
            this.seq = seq;
            this.sender = sender;
            this.text = text;
        }

        @Override
        public String toString() {
            return seq + (deleted ? " deleted" : " " + text);
        }
    }

    List<Talk> talks() {
        return List.copyOf(talks.values());
    }

    Stream<Talk> of(long user) {
        return talks.values().stream().filter(talk -> talk.members.containsKey(user));
    }

    Talk pair(long id, long creator, long other, long now) {
        Talk known = talks.values().stream()
                .filter(talk -> talk.isPair && talk.members.keySet().equals(Set.of(creator, other)))
                .findFirst()
                .orElse(null);
        if (known != null) {
            return known;
        }
        Talk talk = new Talk(id, true);
        talks.put(id, talk);
        join(talk, creator, now).listed = true;
        join(talk, other, now).listed = false;
        talk.members.values().forEach(member -> member.accepted = true);
        return talk;
    }

    void group(long id, long creator, List<Long> others, long now) {
        Talk talk = new Talk(id, false);
        talks.put(id, talk);
        Membership first = join(talk, creator, now);
        first.admin = true;
        first.accepted = true;
        others.forEach(other -> join(talk, other, now));
    }

    Membership join(Talk talk, long user, long now) {
        Membership membership = new Membership();
        membership.joined = talk.lastSeq();
        membership.at = now;
        membership.listed = true;
        talk.members.put(user, membership);
        return membership;
    }

    void leave(Talk talk, long user) {
        talk.members.remove(user);
        if (talk.members.values().stream().noneMatch(member -> member.admin)) {
            talk.members.values().stream()
                    .filter(member -> member.accepted)
                    .findFirst()
                    .ifPresent(member -> member.admin = true);
        }
    }

    void say(Talk talk, long sender, String text, long now) {
        talk.member(sender).accepted = true;
        talk.said.add(new Said(talk.lastSeq() + 1, sender, text));
        talk.members.values().forEach(member -> {
            member.listed = true;
            member.at = now;
        });
    }

    void read(Talk talk, long user, long seq) {
        Membership member = talk.member(user);
        member.read = Math.max(member.read, Math.min(seq, talk.lastSeq()));
    }

    void clear(Talk talk, long user) {
        Membership member = talk.member(user);
        if (!talk.isPair && !member.accepted) {
            leave(talk, user);
        } else {
            member.cleared = talk.lastSeq();
            member.listed = false;
        }
    }

    void hide(Talk talk, long user, long seq) {
        talk.member(user).hidden.add(seq);
    }

    /** What a member can read, newest first. */
    List<Said> visible(Talk talk, long user) {
        Membership member = talk.member(user);
        return talk.said.stream()
                .filter(said -> said.seq > member.floor() && !member.hidden.contains(said.seq))
                .sorted(Comparator.comparingLong((Said said) -> said.seq).reversed())
                .toList();
    }

    long unread(Talk talk, long user) {
        Membership member = talk.member(user);
        return visible(talk, user).stream()
                .filter(said -> said.seq > member.read && said.sender != user && !said.deleted)
                .count();
    }

    long badge(long user) {
        return of(user).filter(talk -> talk.member(user).accepted && !talk.member(user).muted)
                .filter(talk -> unread(talk, user) > 0)
                .count();
    }

    /** A user's list, as lines. */
    List<String> list(long user, boolean accepted) {
        Map<Talk, Membership> mine = new HashMap<>();
        of(user).forEach(talk -> mine.put(talk, talk.member(user)));
        return mine.entrySet().stream()
                .filter(entry -> entry.getValue().listed && entry.getValue().accepted == accepted)
                .sorted(Comparator.comparingLong((Map.Entry<Talk, Membership> entry) -> entry.getValue().at)
                        .thenComparingLong(entry -> entry.getKey().id)
                        .reversed())
                .map(entry -> line(entry.getKey(), user))
                .toList();
    }

    private String line(Talk talk, long user) {
        List<Said> visible = visible(talk, user);
        return line(
                talk.id,
                unread(talk, user),
                talk.member(user).read,
                talk.member(user).muted,
                visible.isEmpty() ? "" : visible.getFirst().toString());
    }

    static String line(long id, long unread, long read, boolean muted, String last) {
        return id + ": " + unread + " unread, read to " + read + (muted ? ", muted" : "") + ", " + last;
    }
}
