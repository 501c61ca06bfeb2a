package org.dicomgateway.spoke.cli.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.versions.ListText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code gateway spoke route add NAME}. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = {
      "Adds a rule, at the end unless --before says otherwise.",
      "",
      "CONDITION is what stands under 'when' in the file, with braces or without, such as",
      "  modality: US",
      "  calling-aet: [CT_ER, CT2], time: mon-fri 07:00-18:00",
      "  attribute: { tag: StudyDescription, contains: hoi chan }"
    },
    footer = {
      "",
      "Example:",
      "  gateway spoke route add 'CT at night' --when 'modality: CT' --send hub \\",
      "      --urgency background --before 'everything else'",
      "  gateway spoke route add 'name the site' --continue --before 'everything else' \\",
      "      --set InstitutionName='Bệnh viện Yên Bái' --remove OtherPatientIDs"
    })
final class RouteAddCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;
  @Mixin private RouteChange change;

  @Parameters(paramLabel = "NAME", description = "What the rule is called.")
  private String name;

  @Option(
      names = "--when",
      paramLabel = "CONDITION",
      defaultValue = "",
      description = "What it takes; without it, everything.")
  private String when;

  @Option(
      names = "--send",
      paramLabel = "DESTINATION",
      split = ",",
      description = "Where that goes; the hub is called hub.")
  private List<String> send = List.of();

  @Option(names = "--urgency", paramLabel = "URGENCY", description = "stat, normal or background.")
  private String urgency;

  @Option(
      names = "--hold",
      paramLabel = "REASON",
      description = "Keeps it until 'gateway spoke study release'.")
  private String hold;

  @Option(names = "--drop", paramLabel = "REASON", description = "Sends it nowhere.")
  private String drop;

  @Option(names = "--no-compress", description = "It goes as it was received.")
  private boolean uncompressed;

  @Option(
      names = "--set",
      paramLabel = "ATTRIBUTE=VALUE",
      description = "Sets an attribute in what is sent; may be given several times.")
  private Map<String, String> set = Map.of();

  @Option(
      names = "--remove",
      paramLabel = "ATTRIBUTE",
      split = ",",
      description = "Leaves attributes out of what is sent.")
  private List<String> remove = List.of();

  @Option(names = "--continue", description = "The rules after it are read, too.")
  private boolean goesOn;

  @Option(names = "--before", paramLabel = "NAME", description = "The rule it is put before.")
  private String before;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (send.isEmpty() && hold == null && drop == null && !goesOn) {
      throw new ParameterException(
          spec.commandLine(), "say what becomes of it: --send, --hold, --drop or --continue");
    }
    List<String> rule = rule();
    return change.run(
        service,
        "Rule '" + name + "' is added",
        "add '" + name + "'",
        text -> ListText.ofRoutes(text).with(rule, Optional.ofNullable(before)));
  }

  private List<String> rule() {
    List<String> lines = new ArrayList<>();
    lines.add("- name: " + quoted(name));
    if (!when.isBlank()) {
      lines.add("  when: " + inBraces(when.strip()));
    }
    if (!send.isEmpty()) {
      lines.add("  send: " + list(send));
    }
    line(lines, "urgency", urgency);
    line(lines, "hold", hold);
    line(lines, "drop", drop);
    if (uncompressed) {
      lines.add("  compress: no");
    }
    if (!set.isEmpty()) {
      lines.add("  set:");
      set.forEach((name, value) -> lines.add("    " + quoted(name) + ": " + quoted(value)));
    }
    if (!remove.isEmpty()) {
      lines.add("  remove: " + list(remove));
    }
    if (goesOn) {
      lines.add("  continue: yes");
    }
    return lines;
  }

  /** People write the condition with the braces of the file, or without. */
  private static String inBraces(String condition) {
    return condition.startsWith("{") && condition.endsWith("}")
        ? condition
        : "{ " + condition + " }";
  }

  private static void line(List<String> lines, String word, String value) {
    if (value != null) {
      lines.add("  " + word + ": " + quoted(value));
    }
  }

  private static String list(List<String> texts) {
    return "[" + String.join(", ", texts.stream().map(RouteAddCommand::quoted).toList()) + "]";
  }

  /** As YAML takes any text. */
  private static String quoted(String text) {
    return text.matches("[\\p{L}\\d_][\\p{L}\\d_ -]*") ? text : "'" + text.replace("'", "''") + "'";
  }
}
