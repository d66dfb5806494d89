package social.roost.loadgen.plan;

/** A line of a plan: a number of nodes and its reason. */
record Line(Demand demand, int nodes, Bound bound) {}
