package social.roost.loadgen.plan;

/**
 * What a role or a kind of server needs at peak, including replicas.
 *
 * @param cores busy cores
 * @param memory bytes shared by its nodes
 * @param memoryOfEach additional bytes on each node
 * @param disk bytes shared by its nodes
 * @param least minimum number of nodes
 */
record Demand(String name, double cores, double memory, double memoryOfEach, double disk, int least) {}
