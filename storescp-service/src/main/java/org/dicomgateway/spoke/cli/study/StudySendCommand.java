package org.dicomgateway.spoke.cli.study;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.dicomgateway.console.ServiceApi;
import org.dicomgateway.spoke.cli.ServiceOptions;
import org.dicomgateway.spoke.destination.Urgency;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code gateway spoke study send STUDY}. */
@Command(
    name = "send",
    mixinStandardHelpOptions = true,
    description = {
      "Sends what is kept of a study to the hub, whatever the routes say; with --to, all of it that"
          + " is here to those destinations, besides where it goes already. With --urgency what waits"
          + " there already is as urgent, too. What has not arrived can be held: 'gateway spoke"
          + " study hold'."
    },
    footer = {
      "",
      "Examples:",
      "  gateway spoke study send 1.2.840.113619.2.55.3.604688119 --to pacs",
      "  gateway spoke study send 1.2.840.113619.2.55.3.604688119 --urgency stat"
    })
final class StudySendCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service;

  @Parameters(paramLabel = "STUDY", description = "Study Instance UID.")
  private String study;

  @Option(
      names = "--to",
      paramLabel = "NAME",
      split = ",",
      description = "Destinations, as 'gateway spoke destination list' lists them.")
  private List<String> to = List.of();

  @Option(
      names = "--urgency",
      paramLabel = "WORD",
      converter = UrgencyWord.class,
      description = "How soon: stat, normal, background; else as the routes say.")
  private Urgency urgency;

  /** In lower case, as rules have it. */
  private static final class UrgencyWord implements ITypeConverter<Urgency> {
    @Override
    public Urgency convert(String word) {
      return Arrays.stream(Urgency.values())
          .filter(one -> one.name().equalsIgnoreCase(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "'%s' is none of stat, normal, background".formatted(word)));
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    return service.run(
        api ->
            api.post(
                "/api/studies/%s/send?to=%s%s"
                    .formatted(
                        ServiceApi.encoded(study),
                        ServiceApi.encoded(String.join(",", to)),
                        urgency == null ? "" : "&urgency=" + urgency)),
        StudyReleaseCommand::show);
  }
}
