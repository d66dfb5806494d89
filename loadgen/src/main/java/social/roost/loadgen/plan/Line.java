package social.roost.loadgen.plan;

/** One line of a plan: so many nodes, because of that. */
record Line(Demand demand, int nodes, Bound bound) {}
