package org.dicomgateway.spoke.destination;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.settings.Hours;
import org.dicomgateway.spoke.destination.DestinationSettings.Folder;
import org.dicomgateway.spoke.destination.DestinationSettings.Hub;
import org.dicomgateway.spoke.destination.DestinationSettings.Layout;
import org.dicomgateway.spoke.destination.DestinationSettings.Node;
import org.dicomgateway.spoke.destination.DestinationSettings.Stow;
import org.dicomgateway.spoke.versions.NodeReader;
import org.dicomgateway.spoke.versions.Words;

/** Reads one destination. For one thread. */
final class DestinationReader {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
  private static final List<String> TYPES = List.of("hub", "dicom", "stow", "folder");

  private final NodeReader nodes;
  private final String callingAeTitle;
  private final AccessReader access;

  DestinationReader(NodeReader nodes, String callingAeTitle) {
    this.nodes = nodes;
    this.callingAeTitle = callingAeTitle;
    this.access = new AccessReader(nodes);
  }

  /** Empty, with what is wrong among the problems, if it cannot be used. */
  Optional<DestinationSettings> read(org.yaml.snakeyaml.nodes.Node node) {
    Words words = Words.of(nodes, node, "a destination");
    Optional<String> name = words.required("name").flatMap(it -> nodes.parsed(it, this::name));
    Optional<String> type = words.required("type").flatMap(it -> nodes.parsed(it, this::type));
    Limits limits = limits(words);
    return type.flatMap(
        kind ->
            switch (kind) {
              case "hub" -> hub(words, name, limits);
              case "dicom" -> node(words, name, limits);
              case "stow" -> stow(words, name, limits);
              default -> folder(words, name, limits);
            });
  }

  private String name(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "'%s' is no name: small letters, digits and hyphens, 32 at most".formatted(text));
    }
    if (text.equals(Destination.HUB)) {
      throw new IllegalArgumentException(
          "'hub' is the hub of the spoke's own settings; give this one another name");
    }
    return text;
  }

  private String type(String text) {
    if (!TYPES.contains(text)) {
      throw new IllegalArgumentException(
          "there is no type '%s'; write one of %s".formatted(text, String.join(", ", TYPES)));
    }
    return text;
  }

  private Limits limits(Words words) {
    List<Limits> all = new ArrayList<>();
    words.given("limits").ifPresent(it -> all.addAll(nodes.parsedTexts(it, Limits::parse)));
    words
        .given("hours")
        .ifPresent(it -> all.add(Limits.within(nodes.parsedTexts(it, Hours::parse))));
    return all.stream().reduce(Limits.NONE, Limits::and);
  }

  private Optional<DestinationSettings> hub(Words words, Optional<String> name, Limits limits) {
    Optional<URI> url = words.required("url").flatMap(it -> nodes.parsed(it, this::web));
    Optional<String> site = words.required("site").flatMap(nodes::text);
    Optional<Secret> token = access.secret(words, "token");
    Optional<Path> authorities = words.given("authorities").flatMap(this::path);
    Optional<URI> proxy = words.given("proxy").flatMap(it -> nodes.parsed(it, this::web));
    return words.complete()
        ? Optional.of(
            new Hub(
                name.orElseThrow(),
                url.orElseThrow(),
                site.orElseThrow(),
                token.orElseThrow(),
                authorities,
                proxy,
                limits))
        : Optional.empty();
  }

  private Optional<DestinationSettings> node(Words words, Optional<String> name, Limits limits) {
    Optional<String> title =
        words.required("ae-title").flatMap(it -> nodes.parsed(it, ApplicationEntity::checkTitle));
    Optional<String> host = words.required("host").flatMap(nodes::text);
    Optional<Integer> port = words.required("port").flatMap(it -> nodes.parsed(it, this::port));
    Optional<String> calling =
        words
            .given("calling-ae-title")
            .flatMap(it -> nodes.parsed(it, ApplicationEntity::checkTitle));
    Optional<Tls> tls = words.given("tls").flatMap(access::tls);
    return words.complete()
        ? Optional.of(
            new Node(
                name.orElseThrow(),
                title.orElseThrow(),
                host.orElseThrow(),
                port.orElseThrow(),
                calling.orElse(callingAeTitle),
                tls,
                limits))
        : Optional.empty();
  }

  private Optional<DestinationSettings> stow(Words words, Optional<String> name, Limits limits) {
    Optional<URI> url = words.required("url").flatMap(it -> nodes.parsed(it, this::web));
    Credentials credentials = access.credentials(words);
    Tls tls = words.given("tls").flatMap(access::tls).orElse(Tls.DEFAULT);
    return words.complete()
        ? Optional.of(new Stow(name.orElseThrow(), url.orElseThrow(), credentials, tls, limits))
        : Optional.empty();
  }

  private Optional<DestinationSettings> folder(Words words, Optional<String> name, Limits limits) {
    Optional<Path> path = words.required("path").flatMap(this::path);
    Layout layout =
        words
            .given("layout")
            .flatMap(it -> nodes.constant(it, Layout.class))
            .orElse(Layout.PATIENT);
    return words.complete()
        ? Optional.of(new Folder(name.orElseThrow(), path.orElseThrow(), layout, limits))
        : Optional.empty();
  }

  private Optional<Path> path(org.yaml.snakeyaml.nodes.Node node) {
    return nodes.parsed(node, (Function<String, Path>) Path::of);
  }

  private int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65_536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new IllegalArgumentException("'%s' is no port from 1 to 65535".formatted(text));
  }

  private URI web(String text) {
    URI uri = URI.create(text.replaceAll("/+$", ""));
    if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
      throw new IllegalArgumentException(
          "this is no address of the form http://host:port or https://host/path");
    }
    return uri;
  }
}
