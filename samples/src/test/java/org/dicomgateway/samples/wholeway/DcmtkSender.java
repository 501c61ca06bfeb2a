package org.dicomgateway.samples.wholeway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.service.InstanceFile;

/** Sends files by DCMTK, each in the transfer syntax it has and in no other. */
record DcmtkSender(ApplicationEntity peer, Path folder) {
  private static final String SENDING = "I: Sending file: ";
  private static final String SUCCESS = "I: Received Store Response (Success)";

  /** Sends by {@code storescu}, an association for each transfer syntax; returns what was taken. */
  Set<Path> storescu(List<InstanceFile> files) throws IOException, InterruptedException {
    Map<String, List<InstanceFile>> bySyntax = new LinkedHashMap<>();
    files.forEach(
        file -> bySyntax.computeIfAbsent(file.transferSyntax(), _ -> new ArrayList<>()).add(file));
    Set<Path> taken = new LinkedHashSet<>();
    for (var group : bySyntax.entrySet()) {
      Path profile = folder.resolve("storescu-" + group.getKey() + ".cfg");
      Files.writeString(profile, profile(group.getKey(), group.getValue()));
      List<String> words =
          command("storescu", "-v", "--no-halt", "--config-file", profile.toString(), "OWN");
      group.getValue().forEach(file -> words.add(file.file().toString()));
      taken.addAll(acknowledged(Command.run(words).output()));
    }
    return taken;
  }

  /** Sends by {@code dcmsend}, which reads files that {@code storescu} does not. */
  Command dcmsend(List<InstanceFile> files) throws IOException, InterruptedException {
    List<String> words = command("dcmsend", "-v", "--no-uid-checks");
    files.forEach(file -> words.add(file.file().toString()));
    return Command.run(words);
  }

  private List<String> command(String program, String... options) {
    List<String> words = new ArrayList<>(List.of(program));
    words.addAll(List.of(options));
    words.addAll(List.of("--call", peer.title(), peer.host(), String.valueOf(peer.port())));
    return words;
  }

  /** The one transfer syntax for every SOP class there is among the files. */
  private static String profile(String transferSyntax, List<InstanceFile> files) {
    StringBuilder profile = new StringBuilder("[[TransferSyntaxes]]\n[OWN]\n");
    profile.append("TransferSyntax1 = ").append(transferSyntax);
    profile.append("\n[[PresentationContexts]]\n[OWN]\n");
    int number = 0;
    for (String sopClass : files.stream().map(InstanceFile::sopClass).distinct().toList()) {
      profile.append("PresentationContext%d = %s\\OWN\n".formatted(++number, sopClass));
    }
    return profile.append("[[Profiles]]\n[OWN]\nPresentationContexts = OWN\n").toString();
  }

  private static Set<Path> acknowledged(String output) {
    Set<Path> taken = new LinkedHashSet<>();
    Path current = null;
    for (String line : output.lines().toList()) {
      if (line.startsWith(SENDING)) {
        current = Path.of(line.substring(SENDING.length()).strip());
      } else if (line.startsWith(SUCCESS) && current != null) {
        taken.add(current);
      }
    }
    return taken;
  }
}
