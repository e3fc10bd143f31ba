package dev.countersign.forms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class NextPageTests {

    @AfterEach
    void leave() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void keepsEveryFilterAsItWasAsked() {
        asked("tier=1&tier=3&text=a%20b%26%C3%A4+%7Bc%7D&owner=");
        assertThat(NextPage.path("after", "MTox/+="))
                .isEqualTo("/registry?tier=1&tier=3&text=a%20b%26%C3%A4+%7Bc%7D&owner=&after=MTox%2F%2B%3D");
    }

    @Test
    void goesOnFromTheNewPlaceOnly() {
        asked("after=old&text=a");
        assertThat(NextPage.path("after", "new")).isEqualTo("/registry?text=a&after=new");
    }

    @Test
    void leadsOnWhereNothingWasAsked() {
        asked(null);
        assertThat(NextPage.path("after", "new")).isEqualTo("/registry?after=new");
        assertThat(NextPage.address("after", "new")).isEqualTo("http://localhost/registry?after=new");
    }

    private static void asked(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/registry");
        request.setQueryString(query);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }
}
