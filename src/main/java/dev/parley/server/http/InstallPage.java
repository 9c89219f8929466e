package dev.parley.server.http;

import dev.parley.base.config.RunTimeSettings;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;

/** What a browser reads to install Parley as an application, under the name that people see. */
@WebServlet(urlPatterns = InstallPage.PATH)
public class InstallPage extends HttpServlet {
  static final String PATH = "/manifest.webmanifest";
  private static final long serialVersionUID = 1L;

  @Inject private transient RunTimeSettings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (InputStream in = getServletContext().getResourceAsStream(PATH)) {
      if (in == null) {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
        return;
      }
      response.setHeader("Cache-Control", "no-cache");
      response.setContentType("application/manifest+json;charset=UTF-8");
      response.getWriter().write(named(in, settings.text("parley.name")).toString());
    }
  }

  private static JsonObject named(InputStream file, String name) {
    try (JsonReader reader = Json.createReader(file)) {
      return Json.createObjectBuilder(reader.readObject())
          .add("name", name)
          .add("short_name", name)
          .build();
    }
  }
}
