package org.dicomgateway.samples.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What shells make of a command that is typed in part. */
@Timeout(300)
class CompletionIT {
  /** Types into a zsh that reads the {@code .zshrc} there, and TAB; then has it say what it has. */
  private static final String TYPIST =
      """
      zmodload zsh/zpty
      zpty shell zsh -i
      zpty -r shell shown '*ready> *'
      for typed; do
        zpty -n -w shell "$typed"$'\\t\\x14'
        zpty -r shell shown '*<<*>>*'
        print -r -- "$shown"
      done
      """;

  @TempDir private Path home;

  @Test
  void bashCompletesTheCommandsOfBothServices() throws Exception {
    Path script = script("bash", "gateway.bash");
    assertThat(completed(script, "gateway", "sp")).containsExactly("spoke");
    assertThat(completed(script, "gateway", "spoke", "mod")).containsExactly("modality");
    assertThat(completed(script, "gateway", "spoke", "route", "")).contains("explain", "rollback");
    assertThat(completed(script, "gateway", "spoke", "queue", "--j")).containsExactly("--json");
    assertThat(completed(script, "gateway", "hub", "si")).containsExactly("site");
    assertThat(completed(script, "gateway", "echo", "--call")).containsExactly("--calling-aet");
    assertThat(completed(script, "gateway", "completion", "z")).containsExactly("zsh");
    assertThat(Command.gateway(List.of("completion")).exitCode()).isEqualTo(2);
  }

  private Path script(String shell, String name) throws Exception {
    Command printed = Command.gateway(List.of("completion", shell));
    assertThat(printed.exitCode()).as(printed.output()).isZero();
    return Files.writeString(home.resolve(name), printed.output());
  }

  private static List<String> completed(Path script, String... words) throws Exception {
    String ask =
        "source '%s'; COMP_WORDS=(%s); COMP_CWORD=%d; _gateway 2>/dev/null; printf '%%s\\n' \"${COMPREPLY[@]}\"";
    StringBuilder quoted = new StringBuilder();
    for (String word : words) {
      quoted.append('\'').append(word).append("' ");
    }
    String line = ask.formatted(script, quoted, words.length - 1);
    return Command.run("bash", "-c", line).output().lines().toList();
  }

  @Test
  void zshCompletesThemAsTheyAreTyped() throws Exception {
    Path script = script("zsh", ".gateway-completion");
    Files.writeString(home.resolve("image.dcm"), "");
    Files.writeString(
        home.resolve(".zshrc"),
        """
        source %s
        PS1='ready> '
        say() { print -r -- "<<$BUFFER>>"; BUFFER=; }
        zle -N say
        bindkey '^T' say
        """
            .formatted(script));
    String shown =
        typed(
            "gateway spoke mod",
            "./gateway spoke queue --j",
            "gateway hub si",
            "gateway echo --call",
            "gateway completion z",
            "gateway dump im",
            "gateway spoke route ");
    assertThat(shown)
        .contains("<<gateway spoke modality >>", "<<./gateway spoke queue --json >>")
        .contains("<<gateway hub site >>", "<<gateway echo --calling-aet >>")
        .contains("<<gateway completion zsh >>", "<<gateway dump image.dcm >>")
        .contains("<<gateway spoke route >>", "explain", "rollback");
  }

  private String typed(String... lines) throws Exception {
    List<String> command = new ArrayList<>(List.of("env", "-C", home.toString(), "HOME=" + home));
    command.addAll(List.of("TERM=dumb", "zsh", "-f", "-c", TYPIST, "typist"));
    command.addAll(List.of(lines));
    Command ran = Command.run(command);
    assertThat(ran.exitCode()).as(ran.output()).isZero();
    return ran.output();
  }
}
