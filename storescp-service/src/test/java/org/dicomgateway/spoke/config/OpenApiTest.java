package org.dicomgateway.spoke.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dicomgateway.spoke.admin.RunningSpoke;
import org.dicomgateway.testdata.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The description of the API says what the controllers take and what they answer. */
@Timeout(120)
class OpenApiTest {
  /** Answers that are no JSON: a Part 10 file, and a stream without an end. */
  private static final Set<String> NO_JSON =
      Set.of("/api/studies/{study}/instances/{id}", "/api/log/follow");

  /** A section of docs/json.md: its heading, the operation in it, and the example below. */
  private static final Pattern DOCUMENTED =
      Pattern.compile(
          "\\n## ([^\\n]*)`(GET|POST|PUT|DELETE) (/api/[^`?]*)[^\\n]*\\n\\n```json\\n(.*?)```",
          Pattern.DOTALL);

  private static final String SECOND_HUB =
      """
      destinations:
        - {name: second, type: hub, url: "http://127.0.0.1:9", site: clinic, token-file: %s}
      """;

  @TempDir static Path data;
  private static RunningSpoke spoke;
  private static JsonNode description;

  @BeforeAll
  static void start() throws Exception {
    RunningSpoke.fill(data, "1.2", 2);
    spoke = RunningSpoke.start(data);
    description = json("/api/openapi.json");
    while (json("/api/studies/1.2/instances").size() < 2
        || json("/api/queue").path("total").path("count").asInt() < 2) {
      Thread.onSpinWait();
    }
    send("PUT", "/api/routes?by=a&why=b", "routes:\n  - name: all\n    send: hub\n");
    Path token = Files.writeString(data.resolve("second.token"), "t");
    send("PUT", "/api/destinations/file?by=a", SECOND_HUB.formatted(token));
    send("POST", "/api/studies/1.2/send?to=second", "");
    while (json("/api/studies/1.2/trace").path("otherHubs").isEmpty()) {
      Thread.onSpinWait();
    }
    send("POST", "/api/modalities?name=CT&ae-title=CT1", "");
  }

  @AfterAll
  static void stop() {
    spoke.close();
  }

  private static void send(String method, String path, String text) throws Exception {
    assertThat(spoke.sendText(method, path, text).statusCode()).as(path).isEqualTo(200);
  }

  private static JsonNode json(String path) throws Exception {
    return JsonMapper.shared().readTree(spoke.send("GET", path).body());
  }

  @Test
  void hasEveryPathMethodAndParameterOfTheControllersAndNoOther() {
    Set<String> described =
        DescribedOperation.all(description)
            .map(DescribedOperation::toString)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).isEqualTo(mapped());
  }

  private static Set<String> mapped() {
    StaticWebApplicationContext controllers = new StaticWebApplicationContext();
    Arrays.stream(AdminApplication.class.getAnnotation(Import.class).value())
        .filter(type -> type.isAnnotationPresent(RestController.class))
        .forEach(
            type ->
                controllers.registerBeanDefinition(type.getName(), new RootBeanDefinition(type)));
    RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping();
    mapping.setApplicationContext(controllers);
    mapping.afterPropertiesSet();
    Set<String> mapped = new TreeSet<>();
    mapping
        .getHandlerMethods()
        .forEach(
            (asked, handler) -> {
              for (String path : asked.getPatternValues()) {
                asked.getMethodsCondition().getMethods().stream()
                    .map(method -> method.name().toLowerCase(Locale.ROOT))
                    .map(method -> DescribedOperation.of(method, path, handler).toString())
                    .forEach(mapped::add);
              }
            });
    return mapped;
  }

  @Test
  void givesEachOperationAnIdOfItsOwn() {
    List<String> ids = description.path("paths").findValuesAsString("operationId");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(ids).hasSize((int) DescribedOperation.all(description).count());
  }

  @ParameterizedTest
  @MethodSource("answersOfGet")
  void describesWhatIsAnswered(String path) throws Exception {
    String asked = path.replace("{study}", "1.2").replace("{version}", "1");
    assertThat(differences(answer("get", path), json(asked))).isEmpty();
  }

  static Stream<String> answersOfGet() {
    return DescribedOperation.all(description)
        .filter(one -> one.method().equals("get"))
        .map(DescribedOperation::path)
        .filter(path -> !NO_JSON.contains(path));
  }

  /** The examples have what a spoke whose hub never answers has not. */
  @ParameterizedTest
  @MethodSource("examples")
  void describesWhatIsDocumented(String method, String path, String json) {
    JsonNode example = JsonMapper.shared().readTree(json);
    assertThat(differences(answer(method, path), example)).isEmpty();
  }

  static Stream<Arguments> examples() throws IOException {
    return DOCUMENTED
        .matcher(Document.read("json.md").text())
        .results()
        .filter(section -> !section.group(1).contains("gateway hub"))
        .map(
            section ->
                Arguments.of(
                    section.group(2).toLowerCase(Locale.ROOT), section.group(3), section.group(4)));
  }

  @Test
  void isDocumentedWhole() throws IOException {
    String text = Document.read("json.md").text().replaceAll("\\s+", " ");
    Set<String> known =
        DescribedOperation.all(description)
            .map(one -> one.method().toUpperCase(Locale.ROOT) + " " + one.path())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(known)
        .allMatch(one -> Pattern.compile("`" + Pattern.quote(one) + "[`?]").matcher(text).find());
    assertThat(examples().count()).isGreaterThan(20);
  }

  @Test
  void describesErrors() throws Exception {
    assertThat(differences("#/components/schemas/Problem", json("/api/studies/1.9"))).isEmpty();
  }

  @Test
  void wouldTellWhatIsNotDescribed() throws Exception {
    ObjectNode more = (ObjectNode) json("/api/studies/1.2");
    ((ObjectNode) more.get("study")).put("more", 1).remove("bytes");
    assertThat(differences(answer("get", "/api/studies/{study}"), more)).hasSize(2);
  }

  private static String answer(String method, String path) {
    return "#/paths/"
        + path.replace("/", "~1").replace("{", "%7B").replace("}", "%7D")
        + "/"
        + method
        + "/responses/200/content/application~1json/schema";
  }

  /** By the schema at that place, and by none that lets in what it does not name. */
  private static List<String> differences(String place, JsonNode answer) {
    ObjectNode strict = (ObjectNode) description.deepCopy();
    strict.at("/components/schemas").forEach(OpenApiTest::close);
    strict.put("$ref", place);
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(strict);
    return schema
        .validate(
            answer,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }

  private static void close(JsonNode schema) {
    ((ObjectNode) schema).put("additionalProperties", false);
  }
}
