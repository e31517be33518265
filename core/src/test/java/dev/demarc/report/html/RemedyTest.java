package dev.demarc.report.html;

import static dev.demarc.report.html.Remedy.Quoting.BICEP_STRING;
import static dev.demarc.report.html.Remedy.Quoting.PLAIN;
import static dev.demarc.report.html.Remedy.Quoting.SHELL_DOUBLE;
import static dev.demarc.report.html.Remedy.Quoting.SHELL_SINGLE;
import static dev.demarc.report.html.Remedy.Quoting.SHELL_WORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemedyTest {
    private static List<Remedy.Quoting> places(Remedy remedy) {
        return remedy.pieces().stream()
                .filter(Remedy.Slot.class::isInstance)
                .map(piece -> ((Remedy.Slot) piece).quoting())
                .toList();
    }

    @Test
    void aPlaceOfAShellCommandKnowsTheQuotesItStandsIn() {
        assertThat(places(Remedy.shell("az x {{id}} \"{{id}}\" '{{id}}' \"a 'b' {{id}}\" a\\\"{{id}}")))
                .containsExactly(SHELL_WORD, SHELL_DOUBLE, SHELL_SINGLE, SHELL_DOUBLE, SHELL_WORD);
        assertThat(places(Remedy.shell("x=\"$(az show --ids \"{{id}}\" -n {{name}})\" {{name}}")))
                .containsExactly(SHELL_DOUBLE, SHELL_WORD, SHELL_WORD);
    }

    @Test
    void anApostropheInACommentOpensNothing() {
        assertThat(places(Remedy.shell("# don't {{name}}\naz x {{name}}"))).containsExactly(PLAIN, SHELL_WORD);
        assertThat(places(Remedy.bicep("// don't {{name}}\nname: '{{name}}'"))).containsExactly(PLAIN, BICEP_STRING);
    }

    @Test
    void whereQuotingCannotBeToldOnlyHarmlessValuesGo() {
        assertThat(places(Remedy.shell("cat <<EOF\n{{name}}\nEOF"))).containsExactly(PLAIN);
        assertThat(places(Remedy.shell("echo `az show -n \"{{name}}\"`"))).containsExactly(PLAIN);
        assertThat(places(Remedy.bicep("x: '''{{name}}'''"))).containsExactly(PLAIN);
        assertThat(places(Remedy.bicep("x: {{name}}"))).containsExactly(PLAIN);
    }

    @Test
    void bicepExpressionsInsideStringsAreNotStrings() {
        assertThat(places(Remedy.bicep("a: 'x${f('{{id}}')}{{name}}'"))).containsExactly(BICEP_STRING, BICEP_STRING);
    }

    @Test
    void unknownPlacesStayText() {
        assertThat(Remedy.shell("echo {{other}} {{ name }}").pieces())
                .containsExactly(new Remedy.Literal("echo {{other}} "), new Remedy.Slot("name", SHELL_WORD));
    }
}
