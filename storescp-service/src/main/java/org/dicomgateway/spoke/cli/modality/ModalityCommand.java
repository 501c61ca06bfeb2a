package org.dicomgateway.spoke.cli.modality;

import org.dicomgateway.spoke.cli.Commands;
import picocli.CommandLine.Command;

/** {@code gateway spoke modality}. */
@Command(
    name = "modality",
    mixinStandardHelpOptions = true,
    description = {
      "Says who sends to this spoke. Modalities need not be made known, unless 'policy' holds or"
          + " refuses those that are not.",
      "",
      "A change holds from the next association on, and ends none."
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example:",
      "  gateway spoke modality add 'CT 1' --ae-title CT1 --address 10.1.2.3 --port 104"
    })
@Commands({
  ModalityListCommand.class,
  ModalityAddCommand.class,
  ModalityTestCommand.class,
  ModalityRemoveCommand.class,
  ModalityPolicyCommand.class,
  ModalityHistoryCommand.class,
  ModalityRollbackCommand.class
})
public final class ModalityCommand {}
