package social.roost.loadgen.plan;

/**
 * What a role or a kind of server needs at peak, replicas included.
 *
 * @param cores busy ones
 * @param memory bytes that its nodes share
 * @param memoryOfEach bytes that each node holds besides
 * @param disk bytes that its nodes share
 * @param least nodes that it has at least
 */
record Demand(String name, double cores, double memory, double memoryOfEach, double disk, int least) {}
