package org.dicomgateway.spoke.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.dicomgateway.spoke.forward.Forwarder;
import org.dicomgateway.spoke.forward.HubSide;

/**
 * What hubs say of a study.
 *
 * @param first the hub of the settings
 * @param others by name
 */
record HubSides(HubSide first, List<OtherHub> others) {

  /** Asks all at once: one that is down takes its time. */
  static HubSides ask(String study, Forwarder first, List<Forwarder> others)
      throws InterruptedException {
    List<Callable<HubSide>> questions = new ArrayList<>();
    questions.add(() -> first.traceAtHub(study));
    others.forEach(hub -> questions.add(() -> hub.traceAtHub(study)));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<HubSide>> answers = threads.invokeAll(questions);
      List<OtherHub> sides = new ArrayList<>();
      for (int i = 0; i < others.size(); i++) {
        HubSide side = answer(answers.get(i + 1));
        sides.add(new OtherHub(others.get(i).name(), side.trace(), side.error()));
      }
      return new HubSides(answer(answers.getFirst()), sides);
    }
  }

  /** A destination that is removed meanwhile cannot be asked either. */
  private static HubSide answer(Future<HubSide> asked) throws InterruptedException {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      return new HubSide(Optional.empty(), String.valueOf(e.getCause().getMessage()));
    }
  }

  /** Without those others that have nothing of it. */
  HubSides withoutEmpty() {
    return new HubSides(first, others.stream().filter(OtherHub::tells).toList());
  }

  boolean knowNothing() {
    return first.trace().isEmpty() && others.stream().allMatch(other -> other.hub().isEmpty());
  }

  /** Why nothing is known: clauses that go on with a sentence. */
  String nothing() {
    String hub =
        first.error().isEmpty()
            ? ", and the hub has nothing of it from this site"
            : ", and the hub cannot be asked: " + first.error();
    return others.stream().map(HubSides::nothing).collect(Collectors.joining("", hub, ""));
  }

  private static String nothing(OtherHub hub) {
    return hub.hubError().isEmpty()
        ? "; %s has nothing of it either".formatted(hub.name())
        : "; %s cannot be asked: %s".formatted(hub.name(), hub.hubError());
  }
}
