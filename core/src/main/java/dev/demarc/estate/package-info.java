/**
 * What a customer has at one moment: resources, their ids and types, the scope tree, neighbours, and what was not seen.
 *
 * <p>In: observations and gaps from sources. Out: an {@link dev.demarc.estate.Estate} to ask. Never: judgement; and
 * nowhere else are Azure's names compared.
 *
 * <pre>
 * id        := '/' | managementGroup | subscription | resource
 * managementGroup := '/providers/Microsoft.Management/managementGroups/' name
 * subscription    := '/subscriptions/' guid
 * resourceGroup   := subscription '/resourceGroups/' name
 * resource  := scope '/providers/' namespace ('/' type '/' name)+       scope := any id, '' for the tenant
 * </pre>
 */
@NullMarked
package dev.demarc.estate;

import org.jspecify.annotations.NullMarked;
