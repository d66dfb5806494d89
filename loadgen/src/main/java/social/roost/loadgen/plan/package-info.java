/**
 * The capacity planner: from costs, {@link social.roost.loadgen.plan.Costs}, and a workload, {@link
 * social.roost.loadgen.plan.Workload}, to {@link social.roost.loadgen.plan.Demand}s, and from those to nodes and money.
 */
@NullMarked
package social.roost.loadgen.plan;

import org.jspecify.annotations.NullMarked;
