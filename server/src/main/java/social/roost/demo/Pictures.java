package social.roost.demo;

import social.roost.demo.Portrait.Hair;

/** All pictures of the demo world. */
final class Pictures {
    static final Picture ALICE =
            portrait(new Portrait(0xe8b98a, 0xf0c8a6, 0x7a3b1e, 0xc2410c, Hair.LONG, false), "Alice");
    static final Picture BOB =
            portrait(new Portrait(0x7fb5c9, 0x7a4a2e, 0x1d1512, 0xf2c14e, Hair.CROPPED, false), "Bob");
    static final Picture CAROL =
            portrait(new Portrait(0xb9cfa0, 0xf6d8c2, 0xe0b765, 0x3f6f5a, Hair.BOB, false), "Carol");
    static final Picture DAVE = portrait(new Portrait(0xd9a9a0, 0xeec39e, 0x1f1a1a, 0x33486f, Hair.CAP, true), "Dave");
    static final Picture ERIN =
            portrait(new Portrait(0xa9b8dc, 0xf3d0b8, 0xb5482a, 0x7d5aa6, Hair.CURLS, false), "Erin");
    static final Picture FRANK =
            portrait(new Portrait(0xf0cf7a, 0xc98a5e, 0x2a1a12, 0xf6f1e6, Hair.BEARD, false), "Frank");
    static final Picture GRACE =
            portrait(new Portrait(0x5a5f9a, 0xf2cfa9, 0x14121a, 0xe8a0a8, Hair.FRINGE, true), "Grace");
    static final Picture HEIDI =
            portrait(new Portrait(0x9fc4cf, 0xf3cdb2, 0x8a5a34, 0xb8472c, Hair.BUN, false), "Heidi");

    static final Picture FIELDS = Picture.still(Country::fields, "A bicycle in front of hills in the evening.");
    static final Picture HARBOUR = Picture.still(Water::harbour, "Three sailing dinghies on calm water.");
    static final Picture GEESE = Picture.still(Birds::geese, "Geese in the shape of a V above a misty lake.");
    static final Picture BRIDGE = Picture.still(Railway::bridge, "A train on a viaduct, with a volcano behind it.");
    static final Picture WAVES = Picture.still(Physics::interference, "Waves of two sources that meet.");
    static final Picture TILES = Picture.still(Kitchen::tiles, "Blue and white tiles.");
    static final Picture OBSERVATORY = Picture.still(Night::observatory, "An observatory below the Milky Way.");
    static final Picture BLUE_HOUR = Picture.still(Mountains::blueHour, "Three peaks at dusk, and a thin moon.");

    static final Picture TRAIN = Picture.still(
                    Railway::morning,
                    "A white train with an orange stripe crosses a viaduct at sunrise. Behind it, a volcano with snow.")
            .focusedAt(0, -0.3);
    static final Picture ROBIN = Picture.still(Birds::robin, "A round robin on a branch, facing left.")
            .focusedAt(-0.1, 0);
    static final Picture OWL = Picture.still(Birds::owl, "An owl with orange eyes on a branch, under a full moon.")
            .focusedAt(0, 0.1);
    static final Picture HERON = Picture.still(
                    Birds::heron, "A grey heron on one leg between reeds, mirrored in the water at dawn.")
            .focusedAt(0, 0.35);
    static final Picture SWALLOWS = Picture.still(
            Birds::swallows, "Nine swallows on five wires in front of an orange sky, like notes on a staff.");
    static final Picture FIRST_SNOW = Picture.still(
                    Mountains::firstSnow, "Snow-covered peaks above dark firs, under a blue sky with a low sun.")
            .focusedAt(-0.2, 0.3);
    static final Picture SOUP = Picture.still(
            Kitchen::soup,
            "A bowl of green soup with five slices of sausage, on a chequered cloth. A spoon beside it.");
    static final Picture BREAD = Picture.still(Kitchen::bread, "Four loaves on a floured board, still warm.");
    static final Picture DINGHY = Picture.still(
                    Water::dinghy, "A small red dinghy with cream sails on a lagoon at sunset.")
            .focusedAt(-0.2, -0.1);
    static final Picture DUCK =
            Picture.still(Water::duck, "A mallard sits in the boat and looks as if it had paid for it.");
    static final Picture PENDULUMS = Picture.moving(
            Physics::pendulums, "Fifteen pendulums swing side by side: in a wave, then in chaos, then together again.");
    static final Picture WEB = Picture.still(Birds::web, "A garden spider in the middle of a web full of dew.");
    static final Picture NAPKIN = Picture.still(
            Kitchen::napkin,
            "A napkin beside a cup of coffee. On it, two rows of bars in ascending order, one red and one blue, and"
                    + " arrows to a third row that contains all of them in order.");
    static final Picture MILKY_WAY = Picture.still(
            Night::milkyWay, "The Milky Way above an observatory, and somebody with a telescope in front of it.");
    static final Picture MORNING = Picture.still(
                    Country::morning, "A red bicycle with three loaves in its basket, before misty hills.")
            .focusedAt(0, -0.4);
    static final Picture NOON = Picture.still(Country::noon, "The same bicycle at noon, under a blue sky.")
            .focusedAt(0, -0.4);
    static final Picture EVENING = Picture.still(
                    Country::evening, "The same bicycle at sunset. The basket is fuller than it should be by now.")
            .focusedAt(0, -0.4);
    static final Picture MAP =
            Picture.still(Mountains::map, "A map of a valley with a lake, and a dashed path that leads to a red dot.");

    private Pictures() {}

    private static Picture portrait(Portrait portrait, String name) {
        return Picture.still(portrait::draw, name + ", smiling.");
    }
}
