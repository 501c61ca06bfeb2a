package org.dicomgateway.hub.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Locale;
import org.dicomgateway.hub.index.StudyList;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The study list: the whole page at {@code /}, its results alone for a page that is open. */
@Controller
class StudyListController {
  private final StudyList studies;

  StudyListController(StudyList studies) {
    this.studies = studies;
  }

  @GetMapping("/")
  String page(
      @ModelAttribute StudySearch search,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", ContentSecurityPolicy.OF_PAGES);
    model.addAttribute("sites", studies.sites());
    model.addAttribute("modalities", studies.modalities());
    addResults(search, locale, model);
    return "studies";
  }

  /**
   * The results alone; 204 if they are those the page shows already, so that nothing moves.
   *
   * @param seen fingerprint of what the page shows
   */
  @GetMapping("/app/studies")
  String results(
      @ModelAttribute StudySearch search,
      @RequestParam(defaultValue = "") String seen,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    StudyPage page = addResults(search, locale, model);
    response.setHeader("Cache-Control", "no-store");
    if (page.fingerprint().equals(seen)) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return null;
    }
    // What the address bar shows can be sent to a colleague, and survives a reload.
    response.setHeader("HX-Replace-Url", "/" + search.query(page.number()));
    return "studies :: results";
  }

  private StudyPage addResults(StudySearch search, Locale locale, Model model) {
    StudyPage page = StudyPage.of(studies, search, new StudyTexts(locale, Instant.now()));
    model.addAttribute("search", search);
    model.addAttribute("page", page);
    return page;
  }
}
