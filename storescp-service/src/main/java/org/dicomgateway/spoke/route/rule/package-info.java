/**
 * The language of routes: what a file of rules says, and what that means for an instance. Pure:
 * nothing is read or sent here but the text of the file.
 *
 * <pre>
 * routes.yaml ─▶ RouteFile ─▶ RouteTable ──decide(Subject)──▶ Verdict
 *                  │ ConditionReader, ActionsReader    └─explain─▶ Explanation
 *                  └ Problems: line, column, what is wrong, what to write
 * </pre>
 *
 * <p>A condition is one more record of {@link org.dicomgateway.spoke.route.rule.Condition}, its
 * word in {@code ConditionReader}, and a row in {@code RoutingCasesTest}.
 *
 * <p>Next: {@code route}, which decides by it.
 */
package org.dicomgateway.spoke.route.rule;
