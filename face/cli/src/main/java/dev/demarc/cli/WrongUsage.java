package dev.demarc.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What is wrong with the arguments, in the program's voice.
 *
 * @param says one sentence
 * @param hint what to do next
 */
record WrongUsage(String says, String hint) {

    /** The mistake that parsing the arguments found. */
    static WrongUsage of(ParameterException wrong) {
        CommandSpec verb = wrong.getCommandLine().getCommandSpec();
        String help = "`" + verb.qualifiedName() + " --help` says more";
        return switch (wrong) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched.getUnmatched(), verb, help);
            case MissingParameterException missing -> missing(missing, help);
            default -> other(wrong, help);
        };
    }

    private static WrongUsage unmatched(List<String> unmatched, CommandSpec verb, String help) {
        String first = unmatched.getFirst();
        if (first.startsWith("-") && first.length() > 1) {
            String name = first.replaceFirst("=.*", "");
            List<String> options =
                    verb.options().stream().map(OptionSpec::longestName).toList();
            return new WrongUsage("there is no option `" + name + "` here", nearest(name, options, "", help));
        }
        if (verb.subcommands().isEmpty()) {
            return new WrongUsage("`" + first + "` is one argument too many", help);
        }
        String says = "there is no verb `" + first + "`";
        if (verb.parent() == null && isPath(first)) {
            return new WrongUsage(says, "did you mean `demarc assess " + first + "`?");
        }
        return new WrongUsage(
                says,
                nearest(first, verbs(verb), verb.qualifiedName() + " ", "one of: " + String.join(", ", verbs(verb))));
    }

    private static WrongUsage missing(MissingParameterException missing, String help) {
        String names = missing.getMissing().stream().map(WrongUsage::name).collect(Collectors.joining(" and "));
        return missing.getMissing().getFirst() instanceof OptionSpec
                ? new WrongUsage("a value is missing after " + names, help)
                : new WrongUsage(names + " must be given", help);
    }

    private static WrongUsage other(ParameterException wrong, String help) {
        ArgSpec argument = wrong.getArgSpec();
        if (argument != null && wrong.getValue() != null) {
            String wanted = Number.class.isAssignableFrom(argument.type()) || argument.type() == int.class
                    ? "a whole number"
                    : "what can be meant here";
            return new WrongUsage("`" + wrong.getValue() + "` after " + name(argument) + " is not " + wanted, help);
        }
        if (wrong instanceof CommandLine.OverwrittenOptionException twice) {
            return new WrongUsage(name(twice.getOverwritten()) + " is given twice", "give it once");
        }
        return new WrongUsage(wrong.getMessage() == null ? "the arguments are wrong" : wrong.getMessage(), help);
    }

    /** The names of the verbs, as far as help shows them. */
    static List<String> verbs(CommandSpec program) {
        var verbs = new ArrayList<String>();
        program.subcommands().forEach((name, verb) -> {
            if (!verb.getCommandSpec().usageMessage().hidden()) {
                verbs.add(name);
            }
        });
        return verbs;
    }

    private static String nearest(String wrong, List<String> names, String before, String otherwise) {
        List<String> near = Nearest.to(wrong, names);
        return near.isEmpty()
                ? otherwise
                : near.stream()
                        .map(name -> "`" + before + name + "`")
                        .collect(Collectors.joining(" or ", "did you mean ", "?"));
    }

    private static String name(ArgSpec argument) {
        return "`" + (argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel()) + "`";
    }

    private static boolean isPath(String text) {
        try {
            return Files.exists(Path.of(text));
        } catch (InvalidPathException notOne) {
            return false;
        }
    }
}
