package dev.parley.server.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyKindTest {
  private static final String FORM = "Multipart/form-data; boundary=x";

  @Test
  void files_may_be_large_where_files_are_taken() {
    assertThat(BodyKind.of("POST", "/chat/api/attachments/", FORM)).isEqualTo(BodyKind.ATTACHMENT);
    assertThat(BodyKind.of("PUT", "/chat/api/me/avatar", FORM)).isEqualTo(BodyKind.PICTURE);
    assertThat(BodyKind.of("PUT", "/chat/api/conversations/k/picture/", FORM))
        .isEqualTo(BodyKind.PICTURE);
    assertThat(BodyKind.of("POST", "/chat/api/admin/users/import/", "text/csv;charset=utf-8"))
        .isEqualTo(BodyKind.IMPORT);
  }

  @Test
  void everything_else_is_as_small_as_json() {
    assertThat(BodyKind.of("POST", "/chat/api/login/", FORM)).isEqualTo(BodyKind.JSON);
    assertThat(BodyKind.of("POST", "/chat/api/%61ttachments/", FORM)).isEqualTo(BodyKind.JSON);
    assertThat(BodyKind.of("POST", "/attachments/", FORM)).isEqualTo(BodyKind.JSON);
    assertThat(BodyKind.of("PUT", "/chat/api/attachments/", FORM)).isEqualTo(BodyKind.JSON);
    assertThat(BodyKind.of("POST", "/chat/api/attachments/", "application/json"))
        .isEqualTo(BodyKind.JSON);
    assertThat(BodyKind.of("POST", "/chat/api/attachments/", null)).isEqualTo(BodyKind.JSON);
  }
}
