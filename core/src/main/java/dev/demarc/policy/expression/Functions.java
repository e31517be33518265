package dev.demarc.policy.expression;

import static dev.demarc.policy.expression.Function.UNLIMITED;

import dev.demarc.document.JsonBoolean;
import dev.demarc.document.JsonNull;
import dev.demarc.document.JsonString;
import dev.demarc.document.JsonValue;
import dev.demarc.policy.expression.Function.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The functions that policies may call. Source: Azure/azure-policy-linter's list of template functions, and the
 * policy definition structure in Microsoft's documentation for those that policies may not call.
 */
public final class Functions {
    /** Functions of deployment templates that policy rules may not call. */
    private static final Set<String> TEMPLATE_ONLY = Set.of(
            "copyindex",
            "datetimeadd",
            "datetimefromepoch",
            "datetimetoepoch",
            "deployment",
            "environment",
            "extensionresourceid",
            "indexfromend",
            "tryindexfromend",
            "listkeys",
            "listaccountsas",
            "listsecrets",
            "managementgroup",
            "newguid",
            "pickzones",
            "providers",
            "reference",
            "resourceid",
            "subscriptionresourceid",
            "tenantresourceid",
            "tenant",
            "variables",
            "filter",
            "map",
            "reduce",
            "sort",
            "toobject",
            "groupby",
            "lambda",
            "lambdavariables",
            "mapvalues");

    private static final Map<String, Function> BY_NAME = byName();
    private static final Map<String, Function> OF_DEPLOYMENTS = DeploymentFunctions.byName();

    private Functions() {}

    /** The function of this name, without regard to case; empty when policies have none. */
    public static Optional<Function> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * A function of deployment templates that some engines let policies call: those on points in time, and those that
     * count from the end of an array.
     */
    public static Optional<Function> findOfDeployments(String name) {
        return Optional.ofNullable(OF_DEPLOYMENTS.get(name.toLowerCase(Locale.ROOT)));
    }

    /** Whether this is a function of deployment templates that policy rules may not call. */
    public static boolean isTemplateOnly(String name) {
        return TEMPLATE_ONLY.contains(name.toLowerCase(Locale.ROOT));
    }

    /** The names of all functions, in order. */
    public static List<String> names() {
        return BY_NAME.values().stream().map(Function::name).sorted().toList();
    }

    /** The member of an object or array by a name or position; a failure when there is none. */
    public static Outcome element(JsonValue of, JsonValue at) {
        return CollectionFunctions.element(of, at);
    }

    /** A text with all letters folded, those that fold to several too: {@code ß} to {@code ss}. */
    public static String fold(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** The number with its sign turned. */
    public static Outcome negate(JsonValue value) {
        return NumberFunctions.negate(value);
    }

    /** An outcome; a failure that says who makes it where it is a value larger than policies may compute. */
    public static Outcome limited(Outcome outcome, String who) {
        return outcome instanceof Outcome.Value(JsonValue value)
                ? ValueSize.of(value)
                        .beyond()
                        .map(what -> Outcome.failed(who + " makes " + what))
                        .orElse(outcome)
                : outcome;
    }

    /** A point in time as {@code utcNow} writes it. */
    public static Outcome utcNow(Instant now) {
        return Outcome.of(DateFunctions.text(now));
    }

    /**
     * Whether one range of addresses holds another.
     *
     * @param mixedFails whether ranges of different families are a failure; else they just do not hold each other
     */
    public static Outcome ipRangeContains(JsonValue range, JsonValue target, boolean mixedFails) {
        if (!(range instanceof JsonString outer) || !(target instanceof JsonString inner)) {
            return Values.wants("ipRangeContains", "two texts");
        }
        Optional<AddressRange> holder = AddressRange.parse(outer.value());
        Optional<AddressRange> held = AddressRange.parse(inner.value());
        if (holder.isEmpty() || held.isEmpty()) {
            String wrong = holder.isEmpty() ? outer.value() : inner.value();
            return Outcome.failed("`ipRangeContains` cannot read `" + wrong + "` as a range of addresses");
        }
        return mixedFails && holder.get().bits() != held.get().bits()
                ? Outcome.failed("`ipRangeContains` compares addresses of versions 4 and 6")
                : Outcome.of(holder.get().contains(held.get()));
    }

    private static Map<String, Function> byName() {
        var all = new ArrayList<Function>();
        addContextual(all);
        addText(all);
        addEncodings(all);
        addNumbers(all);
        addLogic(all);
        addCollections(all);
        var byName = new HashMap<String, Function>();
        all.forEach(function -> byName.put(function.name().toLowerCase(Locale.ROOT), function));
        return Map.copyOf(byName);
    }

    private static void addContextual(List<Function> all) {
        contextual(all, "if", 3, 3, Context.IF);
        contextual(all, "parameters", 1, 1, Context.PARAMETERS);
        contextual(all, "field", 1, 1, Context.FIELD);
        contextual(all, "current", 0, 1, Context.CURRENT);
        contextual(all, "subscription", 0, 0, Context.SUBSCRIPTION);
        contextual(all, "resourceGroup", 0, 0, Context.RESOURCE_GROUP);
        contextual(all, "requestContext", 0, 0, Context.REQUEST_CONTEXT);
        contextual(all, "policy", 0, 0, Context.POLICY);
        contextual(all, "claims", 0, 0, Context.CLAIMS);
        contextual(all, "utcNow", 0, 0, Context.UTC_NOW);
        contextual(all, "ipRangeContains", 2, 2, Context.IP_RANGE_CONTAINS);
    }

    private static void addText(List<Function> all) {
        pure(all, "concat", 0, UNLIMITED, TextFunctions::concat);
        pure(all, "format", 1, UNLIMITED, FormatFunction::format);
        pure(all, "padLeft", 2, 3, TextFunctions::padLeft);
        pure(all, "replace", 3, 3, TextFunctions::replace);
        pure(all, "toLower", 1, 1, TextFunctions::toLower);
        pure(all, "toUpper", 1, 1, TextFunctions::toUpper);
        pure(all, "trim", 1, 1, TextFunctions::trim);
        pure(all, "split", 2, 2, TextFunctions::split);
        pure(all, "join", 2, 2, TextFunctions::join);
        pure(all, "substring", 2, 3, TextFunctions::substring);
        pure(all, "indexOf", 2, 2, TextFunctions::indexOf);
        pure(all, "lastIndexOf", 2, 2, TextFunctions::lastIndexOf);
        pure(all, "startsWith", 2, 2, TextFunctions::startsWith);
        pure(all, "endsWith", 2, 2, TextFunctions::endsWith);
        pure(all, "string", 1, 1, TextFunctions::string);
        pure(all, "int", 1, 1, TextFunctions::toInt);
        pure(all, "uniqueString", 1, UNLIMITED, HashFunctions::uniqueString);
        pure(all, "guid", 1, UNLIMITED, HashFunctions::guid);
        pure(all, "addDays", 2, 2, DateFunctions::addDays);
    }

    private static void addEncodings(List<Function> all) {
        pure(all, "base64", 1, 1, EncodingFunctions::base64);
        pure(all, "base64ToString", 1, 1, EncodingFunctions::base64ToString);
        pure(all, "base64ToJson", 1, 1, EncodingFunctions::base64ToJson);
        pure(all, "json", 1, 1, EncodingFunctions::json);
        pure(all, "uri", 2, 2, EncodingFunctions::uri);
        pure(all, "uriComponent", 1, 1, EncodingFunctions::uriComponent);
        pure(all, "uriComponentToString", 1, 1, EncodingFunctions::uriComponentToString);
        pure(all, "dataUri", 1, 1, EncodingFunctions::dataUri);
        pure(all, "dataUriToString", 1, 1, EncodingFunctions::dataUriToString);
    }

    private static void addNumbers(List<Function> all) {
        pure(all, "add", 2, 2, NumberFunctions.arithmetic("add", Math::addExact));
        pure(all, "sub", 2, 2, NumberFunctions.arithmetic("sub", Math::subtractExact));
        pure(all, "mul", 2, 2, NumberFunctions.arithmetic("mul", Math::multiplyExact));
        pure(all, "div", 2, 2, NumberFunctions.arithmetic("div", Math::divideExact));
        pure(all, "mod", 2, 2, NumberFunctions.arithmetic("mod", (left, right) -> left % right));
        pure(all, "min", 1, UNLIMITED, NumberFunctions::min);
        pure(all, "max", 1, UNLIMITED, NumberFunctions::max);
        pure(all, "range", 2, 2, NumberFunctions::range);
        pure(all, "float", 1, 1, NumberFunctions::toFloat);
    }

    private static void addLogic(List<Function> all) {
        pure(all, "equals", 2, 2, LogicFunctions::equal);
        pure(all, "less", 2, 2, LogicFunctions.ordering("less", order -> order < 0));
        pure(all, "lessOrEquals", 2, 2, LogicFunctions.ordering("lessOrEquals", order -> order <= 0));
        pure(all, "greater", 2, 2, LogicFunctions.ordering("greater", order -> order > 0));
        pure(all, "greaterOrEquals", 2, 2, LogicFunctions.ordering("greaterOrEquals", order -> order >= 0));
        pure(all, "not", 1, 1, LogicFunctions::not);
        pure(all, "and", 2, UNLIMITED, LogicFunctions::and);
        pure(all, "or", 2, UNLIMITED, LogicFunctions::or);
        pure(all, "bool", 1, 1, LogicFunctions::bool);
        pure(all, "coalesce", 1, UNLIMITED, LogicFunctions::coalesce);
        pure(all, "true", 0, 0, none -> Outcome.of(JsonBoolean.TRUE));
        pure(all, "false", 0, 0, none -> Outcome.of(JsonBoolean.FALSE));
        pure(all, "null", 0, 0, none -> Outcome.of(JsonNull.NULL));
    }

    private static void addCollections(List<Function> all) {
        pure(all, "length", 1, 1, CollectionFunctions::length);
        pure(all, "empty", 1, 1, CollectionFunctions::empty);
        pure(all, "first", 1, 1, CollectionFunctions::first);
        pure(all, "last", 1, 1, CollectionFunctions::last);
        pure(all, "take", 2, 2, CollectionFunctions::take);
        pure(all, "skip", 2, 2, CollectionFunctions::skip);
        pure(all, "contains", 2, 2, CollectionFunctions::contains);
        pure(all, "array", 1, 1, CollectionFunctions::array);
        pure(all, "createArray", 0, UNLIMITED, CollectionFunctions::createArray);
        pure(all, "createObject", 0, UNLIMITED, CollectionFunctions::createObject);
        pure(all, "intersection", 2, UNLIMITED, CollectionFunctions::intersection);
        pure(all, "union", 2, UNLIMITED, CollectionFunctions::union);
        pure(all, "items", 1, 1, CollectionFunctions::items);
        pure(all, "tryGet", 2, UNLIMITED, CollectionFunctions::tryGet);
    }

    private static void contextual(List<Function> all, String name, int least, int most, Context context) {
        all.add(new Function.Contextual(name, least, most, context));
    }

    private static void pure(List<Function> all, String name, int least, int most, Function.Body body) {
        all.add(new Function.Pure(name, least, most, body));
    }
}
