package org.dicomgateway.hub.cli;

import org.dicomgateway.hub.config.SettingSources;
import picocli.CommandLine;

/** Makes commands; gives those the settings' sources that ask for more than flags can hold. */
record SettingsFactory(SettingSources sources) implements CommandLine.IFactory {
  @Override
  public <K> K create(Class<K> type) throws Exception {
    return type == ServeCommand.class
        ? type.cast(new ServeCommand(sources))
        : CommandLine.defaultFactory().create(type);
  }
}
