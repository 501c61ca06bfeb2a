package org.dicomgateway.hub.cli;

import org.dicomgateway.settings.SettingSources;
import picocli.CommandLine;

/** Makes commands; gives those the settings' sources that ask for more than flags can hold. */
record SettingsFactory(SettingSources sources) implements CommandLine.IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    if (type == ServeCommand.class) {
      return type.cast(new ServeCommand(sources));
    }
    if (type == ReindexCommand.class) {
      return type.cast(new ReindexCommand(sources));
    }
    return CommandLine.defaultFactory().create(type);
  }
}
