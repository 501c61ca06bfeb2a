package org.dicomgateway.spoke.destination;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.dicomgateway.spoke.versions.NodeReader;
import org.dicomgateway.spoke.versions.Words;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads whom we trust and who we are. For one thread. */
final class AccessReader {
  private final NodeReader nodes;

  AccessReader(NodeReader nodes) {
    this.nodes = nodes;
  }

  /** {@code tls: yes}, or what to trust and to show. */
  Optional<Tls> tls(Node node) {
    if (!(node instanceof MappingNode)) {
      return nodes.yesOrNo(node).filter(yes -> yes).map(_ -> Tls.DEFAULT);
    }
    Words words = Words.of(nodes, node, "'tls'");
    Optional<Path> authorities = words.given("authorities").flatMap(this::path);
    Optional<Path> certificate = words.given("certificate").flatMap(this::path);
    Optional<Path> key = words.given("key").flatMap(this::path);
    Optional<Tls.HostNames> names =
        words.given("host-names").flatMap(it -> nodes.constant(it, Tls.HostNames.class));
    if (certificate.isPresent() != key.isPresent()) {
      nodes.problems().add(node, "a certificate needs its key, and a key its certificate");
    }
    words.complete();
    return Optional.of(
        new Tls(
            authorities,
            certificate.flatMap(own -> key.map(its -> new Tls.Identity(own, its))),
            names.orElse(Tls.HostNames.CHECKED)));
  }

  /** {@code basic: { user, password-file }} or {@code bearer: { token-file }}. */
  Credentials credentials(Words words) {
    Optional<Node> basic = words.given("basic");
    Optional<Node> bearer = words.given("bearer");
    if (basic.isPresent() && bearer.isPresent()) {
      nodes.problems().add(bearer.get(), "there are both basic and bearer; leave one");
    }
    Optional<Credentials> said = basic.flatMap(this::basic).or(() -> bearer.flatMap(this::bearer));
    return said.orElse(new Credentials.None());
  }

  private Optional<Credentials> basic(Node node) {
    Words words = Words.of(nodes, node, "'basic'");
    Optional<String> user = words.required("user").flatMap(nodes::text);
    Optional<Secret> password = secret(words, "password");
    return words.complete()
        ? Optional.of(new Credentials.Basic(user.orElseThrow(), password.orElseThrow()))
        : Optional.empty();
  }

  private Optional<Credentials> bearer(Node node) {
    Words words = Words.of(nodes, node, "'bearer'");
    Optional<Secret> token = secret(words, "token");
    return words.complete()
        ? Optional.of(new Credentials.Bearer(token.orElseThrow()))
        : Optional.empty();
  }

  /** In a file or in the environment, never in the text itself, which is shown and kept. */
  Optional<Secret> secret(Words words, String what) {
    Optional<Secret> file = words.given(what + "-file").flatMap(this::path).map(Secret.InFile::new);
    Optional<Secret> variable =
        words.given(what + "-env").flatMap(nodes::text).map(Secret.InEnvironment::new);
    if (file.isEmpty() && variable.isEmpty()) {
      words.missing(
          "'%s-file: …' or '%s-env: …': the %s itself is not written here"
              .formatted(what, what, what));
    }
    return file.or(() -> variable);
  }

  private Optional<Path> path(Node node) {
    return nodes.parsed(node, (Function<String, Path>) Path::of);
  }
}
