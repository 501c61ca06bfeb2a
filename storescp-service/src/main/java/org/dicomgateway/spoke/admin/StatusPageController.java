package org.dicomgateway.spoke.admin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.ParkedFilter;
import org.springframework.context.MessageSource;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * The status page: whole at {@code /}; at {@code /events} what is live of it, whenever it changes.
 */
@Controller
public final class StatusPageController {
  /** Nothing but from here, and no scripts and styles but in files. */
  static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** Each open page holds a connection. */
  private static final int MOST_PAGES = 50;

  private static final long LOOK_EVERY_MILLIS = 1_000;

  private final SpokeStatus.Source source;
  private final MessageSource messages;
  private final SpringTemplateEngine templates;
  private final Semaphore pages = new Semaphore(MOST_PAGES);
  private volatile boolean closed;

  StatusPageController(
      SpokeStatus.Source source, MessageSource messages, SpringTemplateEngine templates) {
    this.source = source;
    this.messages = messages;
    this.templates = templates;
  }

  @GetMapping("/")
  String page(Locale locale, Model model, HttpServletResponse response) throws IOException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("page", now(locale));
    return "status";
  }

  private StatusPage now(Locale locale) throws IOException {
    SpokeStatus status = source.now();
    return new PageTexts(new Wording(messages, locale))
        .page(
            status,
            ModalityList.of(source.modalities(), status.at()),
            Undelivered.of(source.destinations()));
  }

  /** Writes until the page is left; a comment a second finds out when it is. */
  @GetMapping("/events")
  void events(Locale locale, HttpServletResponse response)
      throws IOException, InterruptedException {
    if (!pages.tryAcquire()) {
      response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    try {
      response.setContentType("text/event-stream;charset=UTF-8");
      response.setHeader("Cache-Control", "no-store");
      PrintWriter out = response.getWriter();
      String shown = "";
      while (!closed && !out.checkError()) {
        String live = live(locale);
        out.print(live.equals(shown) ? ":\n\n" : event(live));
        shown = live;
        out.flush();
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    } finally {
      pages.release();
    }
  }

  private String live(Locale locale) throws IOException {
    Context context = new Context(locale, Map.of("page", now(locale)));
    return templates.process("status", Set.of("live"), context);
  }

  private static String event(String html) {
    StringBuilder event = new StringBuilder("event: status\n");
    html.lines().forEach(line -> event.append("data: ").append(line).append('\n'));
    return event.append('\n').toString();
  }

  @EventListener(ContextClosedEvent.class)
  void close() {
    closed = true;
  }

  /** One that has gone since the page was shown is not there to be paused. */
  @PostMapping("/pause")
  String pause(@RequestParam(defaultValue = Destination.HUB) String destination) {
    source.destinations().named(destination).ifPresent(Destination::pause);
    return "redirect:/#destinations";
  }

  @PostMapping("/resume")
  String resume(@RequestParam(defaultValue = Destination.HUB) String destination) {
    source.destinations().named(destination).ifPresent(Destination::resume);
    return "redirect:/#destinations";
  }

  /** Of one destination, or of all. */
  @PostMapping("/retry")
  String retry(
      @RequestParam(defaultValue = "") String study,
      @RequestParam(defaultValue = "") String destination) {
    ParkedFilter filter = new ParkedFilter(study, "");
    source.destinations().all().stream()
        .filter(one -> destination.isEmpty() || one.name().equals(destination))
        .forEach(one -> one.retry(filter));
    return "redirect:/#destinations";
  }
}
