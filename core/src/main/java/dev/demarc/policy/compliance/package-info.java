/**
 * How compliant an estate is with the policies in force: states counted and rolled up by policy, assignment, initiative
 * group and resource.
 *
 * <p>In: {@link dev.demarc.policy.assignment.PolicyState}s in any order. Out: a {@link
 * dev.demarc.policy.compliance.PolicyCompliance}. Never: a resource counted twice in one number.
 */
@NullMarked
package dev.demarc.policy.compliance;

import org.jspecify.annotations.NullMarked;
